import type { ServerResponse } from 'node:http'

/**
 * Writes pieces as the socket has room for them, and ends the response. The next piece is made while the last one is on its
 * way. Stops asking for pieces as soon as the reader has gone away; whoever makes them learns it by the response's `close`,
 * also while nothing is being written.
 */
export async function writePieces(response: ServerResponse, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const source = pieces[Symbol.asyncIterator]()
  const closed = new Promise<void>((resolve) => response.once('close', resolve))
  try {
    let next = source.next()
    for (let piece = await next; !piece.done; piece = await next) {
      if (response.destroyed) return
      next = source.next()
      // Until it is awaited, nobody would hear that it failed.
      next.catch(() => undefined)
      if (response.write(piece.value)) continue
      const drained = new Promise<void>((resolve) => response.once('drain', resolve))
      await Promise.race([drained, closed])
    }
    if (!response.destroyed) response.end()
  } finally {
    await source.return?.()
  }
}
