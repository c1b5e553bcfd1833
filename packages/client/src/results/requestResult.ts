import { arrowStreamMediaType, type ResultPage } from '@lakefront/contract'
import { GatewayUnreachableError, HandleError, MalformedReplyError } from '../errors.ts'
import { errorFromHttp, errorFromThrown, resultCodes } from '../wireErrors.ts'

export type ResultRequestContext = {
  gatewayUrl: string
  fetch: typeof fetch
  signal: AbortSignal
  /** Asks for a page of the same result: one that still lives gets a new link with it. */
  renew(): Promise<ResultPage>
}

/** Which batches are wanted: from the first, up to and without the last. */
export type BatchRange = { fromBatch: number; toBatch: number }

/** Opens a result's stream at a batch. A link lives shorter than a result that is read, so it is renewed once. */
export async function openStream(
  { url }: ResultPage,
  range: BatchRange,
  context: ResultRequestContext,
): Promise<ReadableStream<Uint8Array>> {
  try {
    return await requestStream(url, range, context)
  } catch (expired) {
    if (!(expired instanceof HandleError && expired.code === 'expired-handle')) throw expired
    const renewed = await context.renew().catch((error: unknown) => {
      // Only a lost connection leaves it open whether the result still lives.
      throw error instanceof GatewayUnreachableError ? error : expired
    })
    return requestStream(renewed.url, range, context)
  }
}

/**
 * Stops a result's source now, wherever it is, and lets the gateway forget its rows. Outlives the page that asks for it.
 * What is gone already needs no stopping.
 */
export async function stopResult({ url }: ResultPage, context: ResultRequestContext): Promise<void> {
  try {
    const link = url === '' ? (await context.renew()).url : url
    await request(resultUrl(link, context.gatewayUrl), { method: 'DELETE', keepalive: true }, context)
  } catch (error) {
    if (!(error instanceof HandleError) || error.code === 'foreign-handle') throw error
  }
}

async function requestStream(link: string, { fromBatch, toBatch }: BatchRange, context: ResultRequestContext) {
  const url = resultUrl(link, context.gatewayUrl)
  url.searchParams.set('fromBatch', String(fromBatch))
  if (Number.isFinite(toBatch)) url.searchParams.set('toBatch', String(toBatch))
  const { body } = await request(url, { headers: { accept: arrowStreamMediaType } }, context)
  if (!body) throw new MalformedReplyError({ from: 'a result', why: 'it has no body' })
  return body
}

async function request(url: URL, init: RequestInit, { fetch, signal }: ResultRequestContext): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url.href, { ...init, signal })
  } catch (error) {
    throw errorFromThrown(url.origin, error, signal)
  }
  if (response.ok) return response
  const text = await response.text().catch(() => '')
  throw errorFromHttp(url.origin, response.status, text, resultCodes)
}

/** The token goes along with the request, so an address elsewhere is refused. */
function resultUrl(link: string, gatewayUrl: string): URL {
  const url = new URL(link, gatewayUrl)
  if (url.origin === new URL(gatewayUrl).origin) return url
  throw new MalformedReplyError({ from: 'a result', why: `it is at ${url.origin}, not at the gateway` })
}
