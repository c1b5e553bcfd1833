import { afterEach, expect, test, vi } from 'vitest'
import { createReader } from './createReader.ts'

const work = vi.hoisted(() => ({ chars: 0 }))

vi.mock('./engine.ts', async (importOriginal) => {
  const engine = await importOriginal<typeof import('./engine.ts')>()
  const readStructure: typeof engine.readStructure = (text, references) => {
    work.chars += text.length
    return engine.readStructure(text, references)
  }
  return { ...engine, readStructure }
})

afterEach(() => {
  work.chars = 0
})

const charsPerFlush = 120
const sentence = 'Cleveland earned **$18.42 M** in `fact_orders`, see [terms]. '
const paragraphs = (words: number) => `${sentence.repeat(6)}\n\n- one\n- two\n\n`.repeat(words / 58)

/** Characters that were parsed, flush by flush. */
function parsedBy(text: string): number[] {
  const reader = createReader()
  return Array.from({ length: Math.ceil(text.length / charsPerFlush) }, (_, flush) => {
    work.chars = 0
    reader.read(text.slice(0, (flush + 1) * charsPerFlush), false)
    return work.chars
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

test('behavior: the last flushes of a long answer cost no more than its first', () => {
  const parsed = parsedBy(paragraphs(20_000))
  const decile = Math.floor(parsed.length / 10)
  expect(sum(parsed.slice(-decile))).toBeLessThanOrEqual(sum(parsed.slice(0, decile)) * 1.02)
})

test.each([
  ['paragraphs', paragraphs],
  ['one list', (words: number) => '- one of a list that never ends\n'.repeat(words / 8)],
  ['one paragraph', (words: number) => sentence.repeat(words / 8)],
  ['one fence', (words: number) => `\`\`\`sql\n${'select sum(revenue) from fact_orders\n'.repeat(words / 4)}`],
  ['one table', (words: number) => `| a | b |\n| - | - |\n${'| a word | and another |\n'.repeat(words / 4)}`],
])('behavior: twice the words cost twice the work, as %s', (_name, textOf) => {
  const [half, whole] = [sum(parsedBy(textOf(20_000))), sum(parsedBy(textOf(40_000)))]
  expect(whole / half).toBeLessThan(2.4)
})
