import { arrowStreamMediaType, type ResultPage } from '@lakefront/contract'
import { HandleError, MalformedReplyError } from '../errors.ts'
import { errorFromHttp, errorFromThrown, resultCodes } from '../wireErrors.ts'

export type OpenStreamContext = {
  gatewayUrl: string
  fetch: typeof fetch
  signal: AbortSignal
  /** Asks for a page of the same result: one that still lives gets a new link with it. */
  renew(): Promise<ResultPage>
}

/** Opens a result's stream at a batch. A link lives shorter than a result that is read, so it is renewed once. */
export async function openStream(
  { url }: ResultPage,
  fromBatch: number,
  context: OpenStreamContext,
): Promise<ReadableStream<Uint8Array>> {
  try {
    return await request(url, fromBatch, context)
  } catch (expired) {
    if (!(expired instanceof HandleError && expired.code === 'expired-handle')) throw expired
    const renewed = await context.renew().catch(() => {
      throw expired
    })
    return request(renewed.url, fromBatch, context)
  }
}

async function request(link: string, fromBatch: number, { gatewayUrl, fetch, signal }: OpenStreamContext) {
  const url = resultUrl(link, gatewayUrl)
  url.searchParams.set('fromBatch', String(fromBatch))
  let response: Response
  try {
    response = await fetch(url.href, { headers: { accept: arrowStreamMediaType }, signal })
  } catch (error) {
    throw errorFromThrown(url.origin, error, signal)
  }
  if (!response.ok) {
    const text = await response.text().catch(() => '')
    throw errorFromHttp(url.origin, response.status, text, resultCodes)
  }
  if (!response.body) throw new MalformedReplyError({ from: 'a result', why: 'it has no body' })
  return response.body
}

/** The token goes along with the request, so an address elsewhere is refused. */
function resultUrl(link: string, gatewayUrl: string): URL {
  const url = new URL(link, gatewayUrl)
  if (url.origin !== new URL(gatewayUrl).origin) throw new Error(`it is at ${url.origin}, not at the gateway`)
  return url
}
