import { expect, test, vi } from 'vitest'
import { encodeRows } from '../arrow/fromRows.ts'
import type { Source, SourceEstimate } from '../sources/port.ts'
import { budgetSource } from './budgetSource.ts'
import type { Hold, HoldOptions } from './createBudget.ts'
import { type Charge, currentCharge } from './currentCharge.ts'
import type { SourceCost } from './types.ts'

const prices = { asOf: '2026-11-01', usdPerTebibyteScanned: { lakehouse: 1024 ** 4, crm: 0 } }
const charge: Charge = { payer: { tenantId: 'erie', userId: 'zoe' }, tool: 'get_record' }
const signal = new AbortController().signal

function open({ id = 'lakehouse', fails = false, refuses = false } = {}) {
  const held: HoldOptions[] = []
  const ends: unknown[] = []
  const estimate = vi.fn(async (): Promise<SourceEstimate> => {
    return { rows: 1, bytesScanned: { low: 0, expected: 3, high: 5 }, confidence: 'upper-bound', basis: '' }
  })
  async function* batches() {
    yield encodeRows([{ name: 'a', type: 'integer' }], [[1]])
  }
  const query = vi.fn(async () => {
    if (fails) throw new Error('down')
    return {
      columns: [],
      batches: batches(),
      truncated: () => false,
      stats: () => ({ bytesScanned: 4, durationMs: 1 }),
    }
  })
  const note = (how: string) => (costs: readonly SourceCost[]) => void ends.push(how, ...costs)
  const hold: Hold = { warning: undefined, cover: (work) => work(), settle: note('settled'), release: note('released') }
  const budget = {
    async hold(options: HoldOptions) {
      if (refuses) throw new Error('over the cap')
      held.push(options)
      return hold
    },
    spend: () => undefined,
    close: async () => undefined,
  }
  const source = { id, title: id, estimate, query } as Partial<Source> as Source
  const budgeted = budgetSource(source, { budget, config: { prices } })
  async function readUnpaid() {
    const { batches: rows } = await budgeted.query('select 1', { signal })
    for await (const _batch of rows);
  }
  const read = (who = charge) => currentCharge.run(who, readUnpaid)
  return { read, readUnpaid, query, estimate, held, ends }
}

test('default: estimated, held for its caller, settled on what it cost', async () => {
  const { read, held, ends } = open()
  await read()
  expect(held).toMatchObject([{ payer: charge.payer, isLookup: true, estimate: { high: { costUsd: 5 } } }])
  expect(ends).toEqual(['settled', { source: 'lakehouse', costUsd: 4 }])
})

test('behavior: a statement of a run that holds for it is not held again', async () => {
  const { read, query, estimate, held } = open()
  await read({ ...charge, isHeld: true })
  expect([query.mock.calls.length, estimate.mock.calls.length, held]).toEqual([1, 0, []])
})

test('behavior: at a free source nothing is estimated', async () => {
  const { read, estimate, held } = open({ id: 'crm' })
  await read()
  expect([estimate.mock.calls.length, held]).toEqual([0, []])
})

test('behavior: a source that fails gives back what was set aside', async () => {
  const { read, ends } = open({ fails: true })
  await expect(read()).rejects.toThrow('down')
  expect(ends).toEqual(['released'])
})

test('behavior: what does not fit is not sent', async () => {
  const { read, query } = open({ refuses: true })
  await expect(read()).rejects.toThrow('over the cap')
  expect(query).not.toHaveBeenCalled()
})

test('behavior: a statement that nobody pays for is not sent', async () => {
  const { readUnpaid, query } = open()
  await expect(readUnpaid()).rejects.toMatchObject({ code: 'internal' })
  expect(query).not.toHaveBeenCalled()
})
