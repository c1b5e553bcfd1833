import { expect, test } from 'vitest'
import { answered } from './answered.ts'
import { questionTable } from './table.ts'
import { refused, unclear } from './unclear.ts'

test('behavior: the documented table is what the tests ask', async () => {
  await expect(questionTable()).toMatchFileSnapshot('../../docs/questions.md')
})

test('behavior: enough questions of each kind, and none twice', () => {
  expect(answered.length + unclear.length + refused.length).toBeGreaterThanOrEqual(60)
  expect(unclear.length).toBeGreaterThanOrEqual(15)
  expect(refused.length).toBeGreaterThanOrEqual(5)
  const asked = [...answered, ...unclear, ...refused].map((entry) =>
    JSON.stringify([entry.question, 'followUps' in entry && entry.followUps]),
  )
  expect(new Set(asked).size).toBe(asked.length)
})
