import { sampleApproval } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { editedValues } from './editedValues.ts'

const { shown } = sampleApproval()
const read = { changes: [], statements: [{ source: 'erp', sourceTitle: 'ERP', dialect: 'sqlite', sql: 'select 1' }] }

test.each([
  ['nothing touched', shown, {}, undefined],
  ['typed and typed back', shown, { amount: '51750.00' }, undefined],
  ['one of two fields', shown, { amount: '50000' }, { stage: 'Won', amount: '50000' }],
  ['an emptied field', shown, { amount: '' }, { stage: 'Won', amount: null }],
  ['a question', { ...read, question: 'How much?' }, { question: 'How many?' }, { question: 'How many?' }],
  ['a question that is the same', { ...read, question: 'How much?' }, { sql: 'select 2' }, undefined],
  ['a statement', read, { sql: 'select 2' }, { sql: 'select 2' }],
  ['a statement that is the same', read, { sql: 'select 1' }, undefined],
])('default: %s', (_name, effect, edits, expected) => {
  expect(editedValues(effect, edits)).toEqual(expected)
})
