import { request } from 'undici'
import { unavailable } from '../../resilience.ts'

export type RequestBytesOptions = {
  source: string
  title: string
  /** Ends the reading, at any time. */
  signal: AbortSignal
  headers?: Record<string, string> | undefined
  /** Sent as JSON with `POST`; without it the request is a `GET`. */
  json?: unknown
}

/**
 * Asks for bytes and passes them on as they come, without the copy of each that `fetch` makes. Redirects are not followed.
 *
 * @throws {GatewayError} `source-unavailable` when the answer is not 200.
 */
export async function requestBytes(url: string, options: RequestBytesOptions): Promise<AsyncIterable<Uint8Array>> {
  const { source, title, signal, headers = {}, json } = options
  const asked = json === undefined ? { headers } : posted(json, headers)
  const { statusCode, body } = await request(url, { signal, ...asked })
  if (statusCode === 200) return body
  await body.dump()
  throw unavailable({ source, title, because: `its result stream answered ${statusCode}` })
}

function posted(json: unknown, headers: Record<string, string>) {
  return {
    method: 'POST',
    body: JSON.stringify(json),
    headers: { 'content-type': 'application/json', ...headers },
  } as const
}
