import type { Grant } from '@lakefront/react'
import { expect, test } from 'vitest'
import { coversInGerman } from './coversInGerman.ts'

type Terms = Grant['terms']

const terms: Terms = {
  userId: 'dana',
  agentId: null,
  tool: 'update_record',
  source: 'crm',
  effectClass: 'write',
  entity: 'opportunity',
  columns: ['amount', 'stage'],
  shape: null,
  maxCostUsd: null,
  maxRows: 1,
  maxPeople: 0,
  piiClasses: [],
  channels: [],
}
const read: Terms = {
  ...terms,
  tool: 'ask',
  effectClass: 'costly-read',
  entity: null,
  columns: null,
  shape: 'abcdefgh-ij',
}

test('default: a write, in sentences that say all of it', () => {
  expect(coversInGerman(terms)).toEqual([
    'Nur was dana anfragt, ohne Assistenten, mit dem Werkzeug update_record.',
    'Schreiben in alles der Art opportunity bei crm, jeden Wert, in diesen Feldern: amount, stage.',
    'Jedes Mal höchstens: 1 Zeile; 0 Personen; nichts, was berechnet wird.',
    'Keine personenbezogenen Daten.',
    'Es gilt, bis jemand es zurücknimmt.',
  ])
})

test('default: a read through an assistant', () => {
  const bounds = { maxCostUsd: 1234.500001, maxRows: null, maxPeople: null }
  expect(coversInGerman({ ...read, ...bounds, agentId: 'scout', piiClasses: ['email'], channels: ['braze'] })).toEqual([
    'Nur was dana anfragt, über den Assistenten „scout“, mit dem Werkzeug ask.',
    'Lesen bei crm mit denselben Anweisungen wie in dieser Anfrage (abcdefgh), welche Werte auch darin stehen.',
    'Jedes Mal höchstens: beliebig viele Zeilen; beliebig viele Personen; 1.234,500001\u00a0$.',
    'Personenbezogene Daten dieser Arten: email.',
    'Es darf gesendet werden an: braze.',
    'Es gilt, bis jemand es zurücknimmt.',
  ])
})

/** Every field by itself, and numbers that differ in their last digit. */
const changes: Partial<Terms>[] = [
  { userId: 'raul' },
  { agentId: 'scout' },
  { tool: 'other' },
  { source: 'erp' },
  { entity: 'case' },
  ...[null, 0, 1, 0.000001, 1.000001, 1_000_000].map((maxCostUsd) => ({ maxCostUsd })),
  ...[null, 0, 1, 2, 1_000_000, 1_000_001].flatMap((most) => [{ maxRows: most }, { maxPeople: most }]),
  { piiClasses: ['email'] },
  { piiClasses: ['email', 'phone'] },
  { channels: ['email'] },
]

test.each([
  ['writes', terms, { columns: ['amount'] }],
  ['reads', read, { shape: 'bcdefghi-jk' }],
])('behavior: two permissions for %s that differ never read the same', (_name, base, own) => {
  const variants = [...changes, own].map((change) => JSON.stringify({ ...base, ...change }))
  const different = new Set([JSON.stringify(base), ...variants])
  const texts = new Set([...different].map((each) => JSON.stringify(coversInGerman(JSON.parse(each)))))
  expect(texts.size).toBe(different.size)
})
