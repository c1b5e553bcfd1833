import { expect, test } from 'vitest'
import { examples } from '../fixture/examples.ts'
import { randomFrom } from '../fixture/random.ts'
import { createReader } from './createReader.ts'

const wholeOf = (text: string) => JSON.stringify(createReader().read(text, true).pages.flat())

function streamed(text: string): string {
  const reader = createReader()
  for (let length = 0; length < text.length; length += 1) reader.read(text.slice(0, length), false)
  return JSON.stringify(reader.read(text, true).pages.flat())
}

test('behavior: every example, character by character, ends as when it is read at once', () => {
  const different = examples.filter(({ markdown }) => streamed(markdown) !== wholeOf(markdown))
  expect(different.map(({ name }) => name)).toEqual([])
})

test('behavior: so do examples after one another, where each may change those before it', () => {
  const random = randomFrom(7)
  const pick = <item>(items: readonly item[]) => items[Math.floor(random() * items.length)]!
  const texts = Array.from({ length: 1_500 }, () =>
    Array.from({ length: pick([2, 3, 4]) }, () => pick(examples).markdown + pick(['', '\n'])).join(''),
  )
  expect(texts.filter((text) => streamed(text) !== wholeOf(text))).toEqual([])
})

test.each([
  ['a marker alone on its line belongs to the list before', '1. one\n\n2'],
  ['a table may start in the last line of a paragraph', 'a\n| b |\n| -'],
  ['a fence is open until it is closed', '```\na\n\nb\n\n``'],
  ['a paragraph becomes a heading', 'Cleveland\n=='],
  ['lines may end in two characters', 'one\r\n\r\n- a\r\n\r\n- b\r\n\r\nthree\r'],
  ['a list becomes loose', '- a\n- b\n\n- c\n\nend'],
  ['a quote goes on lazily', '> a\nb\n\nc'],
])('behavior: %s', (_name, text) => {
  for (const rest of ['', ' ', '\n', '. two', ' - |\n', '`\n', '=\n\nx'])
    expect(streamed(text + rest)).toBe(wholeOf(text + rest))
})

test('behavior: what is closed stays the same object while text arrives', () => {
  const reader = createReader()
  const before = reader.read('First.\n\n- a\n- b\n\nThird', false).pages[0]
  const after = reader.read('First.\n\n- a\n- b\n\nThird and more.\n\nFourth', false).pages[0]
  expect(after?.slice(0, 2).every((node, index) => node === before?.[index])).toBe(true)
  expect(after?.[2]).not.toBe(before?.[2])
})

test('behavior: in an open block, what did not change stays the same object', () => {
  const reader = createReader()
  const itemsOf = (text: string) => {
    const list = reader.read(text, false).pages[0]?.[0]
    return typeof list === 'object' && 'children' in list ? list.children : []
  }
  const before = itemsOf('- one\n- two\n- th')
  const after = itemsOf('- one\n- two\n- three')
  expect([after[0] === before[0], after[1] === before[1], after[2] === before[2]]).toEqual([true, true, false])
})

test('behavior: a definition that comes late is read into just the blocks that use it', () => {
  const reader = createReader()
  const paragraphs = Array.from({ length: 100 }, (_, index) => (index === 40 ? 'See [margin].' : `Line ${index}.`))
  const text = `${paragraphs.join('\n\n')}\n\nEnd.\n\n`
  const before = reader.read(text, false).pages
  const after = reader.read(`${text}[margin]: https://example.com/margin\n`, false).pages
  expect(JSON.stringify(before)).not.toContain('example.com')
  expect(after[1]?.[8]).toMatchObject({ children: ['See ', { type: 'link', href: 'https://example.com/margin' }, '.'] })
  expect([after[0] === before[0], after[2] === before[2]]).toEqual([true, true])
  expect(after[1]?.filter((node, index) => node !== before[1]?.[index])).toHaveLength(1)
})

test('behavior: a definition that turns out to be none is taken back', () => {
  const reader = createReader()
  reader.read('See [a].\n\nEnd.\n\n[a]: /url', false)
  const { pages } = reader.read('See [a].\n\nEnd.\n\n[a]: /url is it', false)
  expect(pages[0]?.[0]).toMatchObject({ children: ['See [a].'] })
})

test('behavior: another text starts afresh', () => {
  const reader = createReader()
  reader.read('One.\n\nTwo.\n\nThree', false)
  expect(reader.read('Something else', true).pages).toEqual([[{ type: 'paragraph', children: ['Something else'] }]])
})
