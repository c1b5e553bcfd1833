import { expect, test } from 'vitest'
import { draftOf, isSameDraft, readDraft } from './draft.ts'

const limits = { costUsdPerEffect: 0.5, costUsdPerDay: 20, rows: 1_000, people: 0, piiClasses: ['email', 'phone'] }

test.each(['en-US', 'de-DE', 'de-CH'])('default: what is read back is what was written, in %s', (locale) => {
  const draft = draftOf({ level: 'limited', limits }, locale)
  expect(readDraft(draft, locale)).toEqual({ limits, problems: {} })
  expect(isSameDraft(draft, draftOf({ level: 'limited', limits }, locale))).toBe(true)
})

const empty = draftOf({ level: 'limited', limits: {} }, 'en-US')
const typed = (fields: Partial<typeof empty.fields>) => ({ ...empty, fields: { ...empty.fields, ...fields } })

test.each([
  ['nothing typed', {}, { limits: {}, problems: {} }],
  ['money with a sign', { costUsdPerDay: '$1,250.50' }, { limits: { costUsdPerDay: 1250.5 }, problems: {} }],
  ['money below zero', { costUsdPerDay: '-1' }, { limits: {}, problems: { costUsdPerDay: 'notAmount' } }],
  ['no money', { costUsdPerEffect: 'much' }, { limits: {}, problems: { costUsdPerEffect: 'notAmount' } }],
  ['half a record', { rows: '1.5' }, { limits: {}, problems: { rows: 'notWhole' } }],
  ['people below zero', { people: '-3' }, { limits: {}, problems: { people: 'notWhole' } }],
  ['a list with gaps', { channels: ' mail, ,mail,sms ' }, { limits: { channels: ['mail', 'sms'] }, problems: {} }],
])('default: %s', (_name, fields, expected) => {
  expect(readDraft(typed(fields), 'en-US')).toEqual(expected)
})
