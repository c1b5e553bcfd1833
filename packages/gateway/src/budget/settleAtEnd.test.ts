import { expect, test } from 'vitest'
import { encodeRows } from '../arrow/fromRows.ts'
import type { RowBatch } from '../arrow/port.ts'
import type { RowStream } from '../results/port.ts'
import type { Hold } from './createBudget.ts'
import { settleAtEnd } from './settleAtEnd.ts'
import type { SourceCost } from './types.ts'

const columns = [{ name: 'a', type: 'integer' as const }]

function watch(batches: () => AsyncGenerator<RowBatch, void, void>) {
  const ends: unknown[] = []
  const note = (how: string) => (costs: readonly SourceCost[]) => {
    if (ends.length === 0) ends.push(how, ...costs.map(({ costUsd }) => costUsd))
  }
  const hold: Hold = { warning: undefined, cover: (work) => work(), settle: note('settled'), release: note('released') }
  const stream: RowStream = { columns, batches: batches(), truncated: () => false }
  return {
    stream: settleAtEnd(stream, hold, ({ isWhole }) => [{ source: 'lakehouse', costUsd: isWhole ? 2 : null }]),
    ends,
  }
}

async function* twoBatches() {
  yield encodeRows(columns, [[1]])
  yield encodeRows(columns, [[2]])
}

async function* breaking() {
  yield encodeRows(columns, [[1]])
  throw new Error('down')
}

test('default: read to the end, it is settled on what it cost', async () => {
  const { stream, ends } = watch(twoBatches)
  let rows = 0
  for await (const batch of stream.batches) {
    expect(ends).toEqual([])
    rows += batch.rowCount
  }
  expect([rows, ends]).toEqual([2, ['settled', 2]])
})

test('behavior: a reader who leaves early pays', async () => {
  const { stream, ends } = watch(twoBatches)
  for await (const _batch of stream.batches) break
  expect(ends).toEqual(['settled', null])
})

test('behavior: so does one who leaves before the first row', async () => {
  const { stream, ends } = watch(twoBatches)
  await stream.batches[Symbol.asyncIterator]().return?.()
  expect(ends).toEqual(['settled', null])
})

test('behavior: a source that breaks is not paid for what it does not say', async () => {
  const { stream, ends } = watch(breaking)
  const read = async () => {
    for await (const _batch of stream.batches);
  }
  await expect(read()).rejects.toThrow('down')
  expect(ends).toEqual(['released', null])
})
