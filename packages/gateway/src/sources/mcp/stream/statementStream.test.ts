import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { statementStreamMetaKey } from '@lakefront/contract'
import { expect, onTestFinished, test } from 'vitest'
import { encodeRows } from '../../../arrow/fromRows.ts'
import { encodeSchema, endOfStream } from '../../../arrow/schemaMessage.ts'
import { arrowTypeOf } from '../../../arrow/types.ts'
import { createResilience } from '../../resilience.ts'
import { postStatement, statementStreamOf } from './statementStream.ts'

const columns = [{ name: 'id', type: 'integer' as const }]
const types = columns.map(arrowTypeOf)
const rows = Buffer.concat([
  encodeSchema(columns, types).bytes,
  encodeRows(columns, [['7']], types).bytes,
  endOfStream,
  Buffer.from(JSON.stringify({ rowCount: 1, truncated: true, bytesScanned: 5 })),
])

/** A server that answers every statement with these bytes, a few at a time. */
async function startServer(answer: Buffer, pieceBytes: number): Promise<{ url: string; asked: unknown[] }> {
  const asked: unknown[] = []
  const server = createServer(async (request, response) => {
    asked.push(JSON.parse(Buffer.concat(await request.toArray()).toString()))
    for (let at = 0; at < answer.length; at += pieceBytes) {
      await new Promise((resolve) => response.write(answer.subarray(at, at + pieceBytes), resolve))
    }
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/statements`, asked }
}

async function read(url: string) {
  const percents: number[] = []
  const named = { source: 'warehouse', title: 'Warehouse' }
  const { batches, ...stream } = await postStatement(url, {
    ...named,
    sql: 'select 7 as id',
    maxRows: 3,
    columnsFirst: false,
    signal: new AbortController().signal,
    resilience: createResilience({ ...named, timeoutMs: 10_000, now: Date.now }),
    onPercent: (percent) => percents.push(percent),
  })
  const cells = []
  for await (const batch of batches) cells.push(...batch.rows(0, batch.rowCount))
  return { percents, cells, columns: stream.columns, end: stream.end() }
}

test.each([1, 20, 10_000])('default: progress, then rows, in pieces of %i bytes', async (pieceBytes) => {
  const progress = Buffer.from('{"percent":12.5}\n{"percent":60}\n')
  const { url, asked } = await startServer(Buffer.concat([progress, rows]), pieceBytes)
  expect(await read(url)).toEqual({
    percents: [12.5, 60],
    cells: [['7']],
    columns: [expect.objectContaining({ name: 'id', type: 'integer' })],
    end: { truncated: true, bytesScanned: 5 },
  })
  expect(asked).toEqual([{ sql: 'select 7 as id', maxRows: 3 }])
})

test.each([
  ['progress that never ends', `{${' '.repeat(2_000)}`, 'source-garbled'],
  ['progress that is no JSON', '{percent}\n', 'source-garbled'],
  ['a page', '<html></html>', 'source-garbled'],
  ['nothing', '', 'source-unavailable'],
])('behavior: a server that answers %s', async (_case, answer, code) => {
  const { url } = await startServer(Buffer.from(answer), 100)
  await expect(read(url)).rejects.toMatchObject({ code, source: 'warehouse' })
})

test('behavior: a statement goes to the server itself, and nowhere else', () => {
  const urlOf = (path: unknown) =>
    statementStreamOf({ _meta: { [statementStreamMetaKey]: path } }, 'http://a.example/mcp')
  expect(urlOf('/statements')).toBe('http://a.example/statements')
  expect(['http://b.example/statements', '//b.example/x', 7].map(urlOf)).toEqual([undefined, undefined, undefined])
  expect(statementStreamOf({}, 'http://a.example/mcp')).toBeUndefined()
})
