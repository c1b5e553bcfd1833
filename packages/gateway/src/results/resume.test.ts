import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CuttingProxy, startCuttingProxy } from '../testing/cuttingProxy.ts'
import { randomFrom } from '../testing/random.ts'
import { type StreamingGateway, startStreamingGateway } from '../testing/startStreamingGateway.ts'

const rowCount = 60_000
/** A little less than there are. */
const bytes = 1_000_000
const sql = `select range::integer as id, 'row ' || range as label from range(${rowCount})`
const rounds = 200
const lanes = 4

let gateway: StreamingGateway
let proxies: CuttingProxy[]

beforeAll(async () => {
  gateway = await startStreamingGateway()
  proxies = await Promise.all(Array.from({ length: lanes }, () => startCuttingProxy(gateway.port)))
})
afterAll(async () => {
  await Promise.all(proxies.map((proxy) => proxy.close()))
  await gateway.close()
})

test('behavior: connections cut at 200 random bytes lose and double no row', { timeout: 180_000 }, async () => {
  const random = randomFrom(20_261_122)
  await Promise.all(proxies.map((proxy) => readOften(proxy)))
  expect(proxies.reduce((sum, proxy) => sum + proxy.cutCount(), 0)).toBe(rounds)

  async function readOften(proxy: CuttingProxy) {
    const client = await gateway.connect(proxy.port)
    for (let round = 0; round < rounds / lanes; round++) {
      const { result } = await client.callTool('run_query', { source: 'lakehouse', sql })
      const cut = Math.floor(random() * bytes)
      proxy.cutAfter(cut)
      let next = 0
      for await (const batch of client.openResult(result)) {
        // The rows are numbered: a lost or doubled one shows at the border of its batch.
        expect(batch.getCell(0, 0), `first row after a cut at ${cut}`).toBe(next)
        expect(batch.getCell(batch.rowCount - 1, 0)).toBe(next + batch.rowCount - 1)
        next += batch.rowCount
      }
      expect(next, `rows after a cut at ${cut}`).toBe(rowCount)
    }
  }
})

test('behavior: a hundred readers at once get every row within small bounds', { timeout: 120_000 }, async () => {
  const small = await startStreamingGateway({ maxBytesPerResult: 2_000_000, maxBytes: 20_000_000 })
  const client = await small.connect()
  const counts = await Promise.all(
    Array.from({ length: 100 }, async () => {
      const { result } = await client.callTool('run_query', { source: 'lakehouse', sql })
      let count = 0
      for await (const batch of client.openResult(result)) count += batch.rowCount
      return count
    }),
  )
  expect(counts).toEqual(Array(100).fill(rowCount))
  expect(small.lakehouse.openStatements()).toBe(0)
  await small.close()
})
