import { sampleApproval } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { newerOf } from './newerOf.ts'

const pending = sampleApproval()
const question = { userId: 'mona.reyes', decision: 'ask' as const, reason: 'When?', decidedAt: '' }
const asked = sampleApproval({ decisions: [question] })
const approved = sampleApproval({ state: 'approved' })
const done = sampleApproval({ state: 'done' })

test.each([
  ['a list that is behind a decision', pending, done, done],
  ['a list that is ahead of it', done, approved, done],
  ['a question that the list does not know yet', pending, asked, asked],
  ['equal readings', approved, sampleApproval({ state: 'approved' }), approved],
])('default: %s', (_name, left, right, expected) => {
  expect(newerOf(left, right)).toBe(expected)
})
