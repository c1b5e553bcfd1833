import type { EffectClass, ShownEffect } from '@lakefront/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costlyRead, exactEstimate, stageChange } from '../testing/shownEffects.ts'
import { coversOf } from './coversOf.ts'
import { type AskedEffect, covers, termsOf } from './terms.ts'

const shown: ShownEffect = {
  ...stageChange,
  changes: [...stageChange.changes, { column: 'amount', title: 'Amount', before: '1', after: '2' }],
}
const anna = { userId: 'anna' }
const read: ShownEffect = {
  ...costlyRead,
  tool: 'run_query',
  source: 'crm',
  record: undefined,
  estimate: exactEstimate(3.1),
  rows: 1_000,
}

test('default', () => {
  const terms = termsOf({ shown, requester: anna })!
  expect(terms).toMatchObject({ userId: 'anna', agentId: null, entity: 'opportunity', columns: ['amount', 'stage'] })
  expect(coversOf(terms)).toEqual([
    'Only what anna asks for, without an assistant, with the tool update_record.',
    'Writing to any opportunity at crm, any value, in these fields: amount, stage.',
    'Each time at most: 1 row, 0 people, nothing that is billed.',
    'No personal data.',
    'It holds until somebody revokes it.',
  ])
})

test('parameters: a read is bound to its statements and its cost', () => {
  const terms = termsOf({ shown: read, requester: { ...anna, agentId: 'scout' }, shape: '3fa9bc12-and-more' })!
  expect(coversOf(terms).slice(0, 3)).toEqual([
    'Only what anna asks for, through the assistant “scout”, with the tool run_query.',
    'Reading at crm with the same statements as in this request (3fa9bc12), whatever values stand in them.',
    'Each time at most: 1000 rows, 0 people, $3.1.',
  ])
})

test.each<[string, Partial<ShownEffect>, string | undefined]>([
  ['what cannot be undone', { ...shown, effectClass: 'destructive' }, undefined],
  ['what leaves the company', { ...shown, effectClass: 'activate' }, undefined],
  ['people that nobody counted', { ...shown, people: null }, undefined],
  ['rows that nobody counted', { ...shown, rows: null }, undefined],
  ['a read whose cost nobody knows', { ...read, estimate: exactEstimate(null) }, 'shape'],
  ['a read without statements', read, undefined],
])('behavior: never always allows %s', (_case, effect, shape) => {
  expect(termsOf({ shown: { ...shown, ...effect }, requester: anna, shape })).toBeNull()
})

const names = fc.constantFrom('anna', 'scout', 'crm', 'deal')
const someNames = fc.uniqueArray(names, { maxLength: 3 })
const amounts = fc.option(fc.integer({ min: 0, max: 3 }))
const fieldsOf = {
  userId: names,
  agentId: fc.option(names, { nil: undefined }),
  effectClass: fc.constantFrom<EffectClass[]>('read', 'costly-read', 'write', 'activate', 'destructive'),
  tool: names,
  source: names,
  entity: fc.option(names),
  columns: someNames,
  shape: fc.option(names, { nil: undefined }),
  rows: amounts,
  people: amounts,
  costUsd: amounts,
  piiClasses: someNames,
  channels: someNames,
}
const fields = fc.record(fieldsOf)
type Fields = typeof fields extends fc.Arbitrary<infer Value> ? Value : never

function toAsked({ userId, agentId, shape, entity, columns, costUsd, ...effect }: Fields): AskedEffect {
  const changes = columns.map((column) => ({ column, title: '', before: null, after: null }))
  const record = entity === null ? undefined : { entity, id: null, label: '' }
  const estimate = effect.effectClass === 'costly-read' ? exactEstimate(costUsd) : null
  return { requester: { userId, agentId }, shape, shown: { ...shown, ...effect, record, changes, estimate } }
}

/** Two effects that differ in a few things, so that one often covers the other. */
const anyTwo = fc
  .tuple(fields, fields, fc.subarray(Object.keys(fieldsOf) as (keyof Fields)[], { maxLength: 3 }))
  .map(([one, other, keys]) => {
    const changed = Object.fromEntries(keys.map((key) => [key, other[key]]))
    return [toAsked(one), toAsked({ ...one, ...changed })] as const
  })

test('behavior: whatever passes is of no other kind and no more of anything than the sentences say', () => {
  fc.assert(
    fc.property(anyTwo, ([granted, asked]) => {
      const held = termsOf(granted)
      const needed = termsOf(asked)
      fc.pre(held !== null && needed !== null && covers(held, needed))
      const { shown: effect } = asked
      const [who, what, most, pii, sent] = coversOf(held!)
      // Read from the sentences, since they are all that the person knew.
      expect(who).toContain(`what ${asked.requester.userId} asks`)
      expect(who).toContain(asked.requester.agentId ? `“${asked.requester.agentId}”` : 'without an assistant')
      expect(who).toContain(`tool ${effect.tool}.`)
      expect(what).toContain(`at ${effect.source}`)
      if (effect.record) expect(what).toContain(`any ${effect.record.entity}`)
      if (effect.effectClass === 'write')
        for (const { column } of effect.changes) expect(listed(what)).toContain(column)
      else expect(what).toContain(`(${asked.shape})`)
      const [rows, people, cost] = listed(most)
      expect(numberIn(rows) >= (effect.rows ?? Number.POSITIVE_INFINITY)).toBe(true)
      expect(numberIn(people) >= (effect.people ?? Number.POSITIVE_INFINITY)).toBe(true)
      expect(
        cost === 'nothing that is billed' ? effect.estimate : numberIn(cost) >= effect.estimate!.high.costUsd!,
      ).not.toBe(false)
      for (const name of effect.piiClasses) expect(listed(pii)).toContain(name)
      for (const name of effect.channels) expect(listed(sent)).toContain(name)
    }),
    { numRuns: 1_000 },
  )
})

test('behavior: two permissions that differ never read the same', () => {
  fc.assert(
    fc.property(anyTwo, ([one, other]) => {
      const [first, second] = [termsOf(one), termsOf(other)]
      fc.pre(first !== null && second !== null)
      const isSame = JSON.stringify(first) === JSON.stringify(second)
      expect(JSON.stringify(coversOf(first!)) === JSON.stringify(coversOf(second!))).toBe(isSame)
    }),
  )
})

test('behavior: what was granted covers itself', () => {
  fc.assert(
    fc.property(fields.map(toAsked), (asked) => {
      const terms = termsOf(asked)
      fc.pre(terms !== null)
      expect(covers(terms!, terms!)).toBe(true)
    }),
  )
})

const listed = (sentence = '') => sentence.replace(/^.*: /, '').replace(/\.$/, '').split(', ')
const numberIn = (text = '') =>
  text.startsWith('however many') ? Number.POSITIVE_INFINITY : Number(/[\d.]+/.exec(text))
