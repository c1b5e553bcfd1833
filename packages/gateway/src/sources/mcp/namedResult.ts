import { randomBytes } from 'node:crypto'

export type NamedResult<Rows, Reply> = {
  /** Where the server is. */
  url: string
  headers?: Record<string, string> | undefined
  /** Waits for the stream at a link. */
  follow(link: string, signal: AbortSignal): Promise<Rows>
  /** Calls the tool, which answers under this name. */
  call(resultId: string): Promise<Reply>
}

/**
 * Opens the stream of a result that we name ourselves beside the call that fills it: the first rows then come sooner than
 * the reply, and a call that is given up leaves nothing behind at a link that nobody heard of.
 */
export async function openNamedResult<Rows, Reply>(
  { url, headers = {}, follow, call }: NamedResult<Rows, Reply>,
  signal: AbortSignal,
): Promise<Rows | Reply> {
  const resultId = randomBytes(24).toString('base64url')
  const link = new URL(`/results/${resultId}`, url).href
  const stop = new AbortController()
  try {
    const opened = await rowsOrReply(follow(`${link}?wait`, stop.signal), call(resultId))
    signal.throwIfAborted()
    return opened
  } catch (error) {
    stop.abort()
    void fetch(link, { method: 'DELETE', headers, redirect: 'error' }).catch(() => undefined)
    throw error
  }
}

/** When no rows come, the reply says why. */
async function rowsOrReply<Rows, Reply>(rows: Promise<Rows>, reply: Promise<Reply>): Promise<Rows | Reply> {
  const failure = reply.then(() => new Promise<never>(() => {}))
  try {
    return await Promise.race([rows, failure])
  } catch {
    return await reply
  }
}
