import { expect, test } from 'vitest'
import { flushesOf } from './longAnswer.ts'

const wordCount = (text: string) => text.match(/\S+/g)?.length

test('default', () => {
  const flushes = flushesOf({ words: 400, wordsPerFlush: 4 })
  expect(flushes).toHaveLength(100)
  expect(flushes.map(wordCount)).toEqual(Array.from({ length: 100 }, (_, index) => (index + 1) * 4))
})

test('behavior: the answer only grows, and is the same every time', () => {
  const flushes = flushesOf({ words: 400, wordsPerFlush: 4 })
  expect(flushes.every((text, index) => text.startsWith(flushes[index - 1] ?? ''))).toBe(true)
  expect(flushes).toEqual(flushesOf({ words: 400, wordsPerFlush: 4 }))
})
