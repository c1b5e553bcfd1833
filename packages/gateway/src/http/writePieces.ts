import type { ServerResponse } from 'node:http'

/**
 * Writes pieces as the socket has room for them, and ends the response. Stops asking for pieces as soon as the reader has
 * gone away; whoever makes them learns it by the response's `close`, also while nothing is being written.
 */
export async function writePieces(response: ServerResponse, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const closed = new Promise<void>((resolve) => response.once('close', resolve))
  for await (const piece of pieces) {
    if (response.destroyed) return
    if (response.write(piece)) continue
    const drained = new Promise<void>((resolve) => response.once('drain', resolve))
    await Promise.race([drained, closed])
  }
  if (!response.destroyed) response.end()
}
