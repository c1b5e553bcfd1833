import { expect, test } from 'vitest'
import { diffLines } from './diffLines.ts'

const drawn = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, line }) => `${{ same: ' ', out: '-', in: '+' }[kind]}${line}`)

test.each([
  ['nothing changed', 'a\nb', 'a\nb', [' a', ' b']],
  ['one line changed', 'a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
  ['a line more', 'a\nc', 'a\nb\nc', [' a', '+b', ' c']],
  ['a line less', 'a\nb\nc', 'a\nc', [' a', '-b', ' c']],
  ['all of it', 'a', 'b', ['-a', '+b']],
])('default: %s', (_name, before, after, expected) => {
  expect(drawn(before, after)).toEqual(expected)
})

/** Every text of up to four lines of two kinds. */
function everyText(lines = 4): string[][] {
  if (lines === 0) return [[]]
  const shorter = everyText(lines - 1)
  return [
    ...shorter,
    ...shorter
      .filter((text) => text.length === lines - 1)
      .flatMap((text) => [
        ['a', ...text],
        ['b', ...text],
      ]),
  ]
}

test('behavior: without what was put in it is the old text, without what was taken out the new one', () => {
  const texts = everyText().filter((text) => text.length > 0)
  expect(texts).toHaveLength(30)
  for (const old of texts) {
    for (const now of texts) {
      const lines = diffLines(old.join('\n'), now.join('\n'))
      const without = (gone: string) => lines.filter(({ kind }) => kind !== gone).map(({ line }) => line)
      expect([without('in'), without('out')]).toEqual([old, now])
    }
  }
})
