import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ResultPage, Row } from '@lakefront/contract'
import { sampleAnswer, sampleColumns, sampleRows, scriptedGateway } from '@lakefront/testing'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createClient } from '../createClient.ts'

const rows = sampleRows(240)

/** Numbers from 0 up to 1 that are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

/** A real server before a result of twelve batches. It may break each connection after so many bytes. */
async function serve() {
  const gateway = scriptedGateway({
    ask: (_input, { openResult }) =>
      sampleAnswer({ result: openResult({ columns: sampleColumns, rows, batchSize: 20 }) }),
  })
  const { result } = await createClient(gateway).ask({ question: 'margin?' })
  const cuts: number[] = []
  const known = new Map<string, Uint8Array>()
  async function read(path: string): Promise<Uint8Array> {
    const reply = known.get(path) ? undefined : await gateway.fetch(`http://gateway.test${path}`)
    if (reply) known.set(path, new Uint8Array(await reply.arrayBuffer()))
    return known.get(path)!
  }
  const server = createServer(async (request, response) => {
    const bytes = await read(request.url!)
    const cut = cuts.shift()
    if (cut === undefined || cut >= bytes.length) response.end(bytes)
    else response.write(bytes.subarray(0, cut), () => response.socket?.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const client = createClient({ gatewayUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp` })
  const { byteLength } = await read(result!.url)
  return { client, page: result as ResultPage, cuts, byteLength }
}

test('behavior: connections that are cut at 200 random bytes lose no row and double none', async () => {
  const { client, page, cuts, byteLength } = await serve()
  // Nobody sits through the pauses between connections.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }).setTimerTickMode('nextTimerAsync')
  onTestFinished(() => void vi.useRealTimers())
  const random = randomFrom(20_261_122)
  for (let round = 0; round < 200; round++) {
    // The first connection is cut anywhere in the stream, and up to two of those that take it up.
    cuts.splice(0, cuts.length, Math.floor(random() * byteLength))
    while (cuts.length < 3 && random() < 0.5) cuts.push(Math.floor((random() * byteLength) / 2))
    const told = cuts.join(', ')

    const arrived: Row[] = []
    const stream = client.openResult(page)
    for await (const { columns, rowCount, getCell } of stream) {
      for (let row = 0; row < rowCount; row++) arrived.push(columns.map((_column, column) => getCell(row, column)))
    }
    expect(arrived, `cut after ${told} bytes`).toEqual(rows)
    expect(stream.end()).toEqual({ rowCount: rows.length, truncated: false })
  }
})
