import { expect, test } from 'vitest'
import { noBlocks, parseBlocks } from './parseBlocks.ts'

const text = [
  'Cleveland has **42** accounts.',
  '',
  '- one',
  '- two',
  '',
  '```sql',
  'select 1',
  '',
  'from t',
  '```',
  '',
  '| a | b |',
  '| - | - |',
  '| 1 | 2 |',
  '',
  'Done.',
].join('\n')

const rawOf = ({ closed, open }: typeof noBlocks) => [...closed, ...open].map(({ raw }) => raw).join('')

test('behavior: read piece by piece or at once, the blocks are the same', () => {
  let blocks = noBlocks
  for (let length = 1; length <= text.length; length += 1) blocks = parseBlocks(blocks, text.slice(0, length))
  const whole = parseBlocks(noBlocks, text)
  const types = (of: typeof noBlocks) =>
    [...of.closed, ...of.open].map(({ type }) => type).filter((type) => type !== 'space')
  expect(types(blocks)).toEqual(types(whole))
  expect(rawOf(blocks)).toBe(text)
})

test('behavior: closed blocks keep their identity while text arrives', () => {
  const before = parseBlocks(noBlocks, 'First.\n\nSecond')
  const after = parseBlocks(before, 'First.\n\nSecond and more.\n\nThird')
  expect(before.closed.length).toBeGreaterThan(0)
  expect(after.closed.slice(0, before.closed.length)).toEqual(before.closed)
  expect(after.closed[0]).toBe(before.closed[0])
})

test('behavior: each piece reads only what is still open', () => {
  const known = parseBlocks(noBlocks, `${'A paragraph of words.\n\n'.repeat(500)}The end`)
  const next = parseBlocks(known, `${'A paragraph of words.\n\n'.repeat(500)}The end is near`)
  expect(next.closed[300]).toBe(known.closed[300])
})

test('behavior: another text starts afresh', () => {
  const known = parseBlocks(noBlocks, 'One.\n\nTwo')
  expect(rawOf(parseBlocks(known, 'Something else'))).toBe('Something else')
})
