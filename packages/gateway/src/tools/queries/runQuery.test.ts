import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../../../client/src/index.ts'
import { type StreamingGateway, startStreamingGateway } from '../../testing/startStreamingGateway.ts'

let gateway: StreamingGateway
let client: Client
beforeAll(async () => {
  gateway = await startStreamingGateway()
  client = await gateway.connect()
})
afterAll(() => gateway.close())

async function columnsOf(sql: string) {
  const { result, step } = await client.callTool('run_query', { source: 'lakehouse', sql, pageSize: 0 })
  expect(result).toMatchObject({ rows: [], rowCount: null, complete: false })
  expect(step.status).toBe('running')
  return result
}

test('parameters: with a pageSize of 0 the columns come at once and every row by the stream', async () => {
  const result = await columnsOf('select i, i * 0.5 as half from range(5000) t(i)')
  expect(result.columns.map(({ name }) => name)).toEqual(['i', 'half'])
  let [rowCount, sum] = [0, 0]
  for await (const batch of client.openResult(result)) {
    for (let row = 0; row < batch.rowCount; row++) sum += Number(batch.getCell(row, 0))
    rowCount += batch.rowCount
  }
  expect([rowCount, sum]).toEqual([5_000, (4_999 * 5_000) / 2])
})

test('behavior: what fails after its columns were told ends the stream with the reason', async () => {
  const result = await columnsOf(`select error('too late') from range(10)`)
  const reading = (async () => {
    for await (const _batch of client.openResult(result));
  })()
  await expect(reading).rejects.toMatchObject({
    code: 'statement-failed',
    message: expect.stringContaining('too late'),
  })
})

test('behavior: a statement that is refused gets no columns', async () => {
  const input = { source: 'lakehouse', sql: 'drop table x', pageSize: 0 }
  await expect(client.callTool('run_query', input)).rejects.toMatchObject({ code: 'statement-refused' })
})

test('behavior: one that was only told its columns stops like any other', async () => {
  const result = await columnsOf('select count(*) from range(100000000000) a(i) where hash(i) % 7 = 3')
  await client.stopResult(result)
  await expect.poll(gateway.lakehouse.openStatements, { timeout: 5_000 }).toBe(0)
})
