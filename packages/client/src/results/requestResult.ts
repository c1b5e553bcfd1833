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

/** Opens a result's stream at a batch. */
export function openStream(
  page: ResultPage,
  range: BatchRange,
  context: ResultRequestContext,
): Promise<ReadableStream<Uint8Array>> {
  return withLink(page, context, (link) => requestStream(link, range, context))
}

/** Asks for a result as a file. */
export function requestExport(
  page: ResultPage,
  parameters: Readonly<Record<string, string>>,
  context: ResultRequestContext,
): Promise<Response> {
  return withLink(page, context, (link) => {
    const url = resultUrl(link, context.gatewayUrl)
    url.pathname += '/export'
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
    return request(url, {}, context)
  })
}

/** Uses a result's link. It lives shorter than a result that is read, so it is renewed once. */
async function withLink<Value>(
  { url }: ResultPage,
  context: ResultRequestContext,
  use: (link: string) => Promise<Value>,
): Promise<Value> {
  if (url === '') return use((await context.renew()).url)
  try {
    return await use(url)
  } catch (expired) {
    if (!(expired instanceof HandleError && expired.code === 'expired-handle')) throw expired
    const renewed = await context.renew().catch((error: unknown) => {
      // Only a lost connection leaves it open whether the result still lives.
      throw error instanceof GatewayUnreachableError ? error : expired
    })
    return use(renewed.url)
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
