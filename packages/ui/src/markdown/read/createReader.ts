import { type Block, type Outline, readAgain, readBlock, readOutline } from './blocks.ts'
import type { References } from './engine.ts'
import { awaitLabels, closeLabels, definitionsOver, learnLabels, noLabels } from './labels.ts'
import { lineStarts } from './lines.ts'
import { type Pages, turnPages } from './pages.ts'
import { shareNodes } from './shareNodes.ts'

/** What is drawn of a text so far. */
export type MarkdownView = {
  pages: Pages
  /** Text that came since, as part of a very long block, which is not read anew for every word. */
  unread: string
}

export type MarkdownReader = {
  /**
   * Reads a text that grows at its end.
   *
   * @param isWhole - Whether nothing may be left unread, since no more will come.
   */
  read(text: string, isWhole: boolean): MarkdownView
}

type Found = { outline: Outline; source: string }

/** An open block longer than this is read again each time it has grown by an eighth; for every word would cost the square. */
const longOpenChars = 16_384
const growthOfLong = 1 / 8

/** So many characters at the end of the closed part are compared while a text arrives. */
const comparedChars = 1_024

const nothingRead = () => ({
  text: '',
  /** How much of the text can no longer change but by a link definition. */
  closedLength: 0,
  closedCount: 0,
  /** How far whole lines behind the closed part were looked through for more to close. */
  checkedLength: 0,
  blocks: [] as Block[],
  pages: [] as Pages,
  labels: noLabels(),
})

type Reading = ReturnType<typeof nothingRead>

/**
 * Reads Markdown while it arrives, at a cost that is linear in its length, and always as the whole would be read.
 *
 * A block is closed when another one starts after it on a line that is whole. From then on only a link definition that
 * comes later may change it; that reads again just the blocks that use its label.
 */
export function createReader(): MarkdownReader {
  let reading = nothingRead()
  return {
    read(text, isWhole) {
      if (!goesOn(reading, text, isWhole)) reading = nothingRead()
      const unread = text.length - reading.text.length
      const open = reading.text.length - reading.closedLength
      const isTooSoon = !isWhole && open > longOpenChars && unread >= 0 && unread < open * growthOfLong
      if (isTooSoon) return { pages: reading.pages, unread: text.slice(reading.text.length) }
      if (text !== reading.text) readOn(reading, text)
      return { pages: reading.pages, unread: '' }
    },
  }
}

/**
 * Whether a text is the one that was read, grown at its end. While it arrives, the end of what is closed tells: to compare
 * all of it for every word would cost the square. The whole text is compared whole.
 */
function goesOn({ text: known, closedLength }: Reading, text: string, isWhole: boolean): boolean {
  const from = isWhole ? 0 : Math.max(0, closedLength - comparedChars)
  return text.startsWith(known.slice(from, closedLength), from)
}

function readOn(reading: Reading, text: string): void {
  const { labels } = reading
  const known = closeBlocks(reading, text)
  const references = definitionsOver(labels.closed)
  const open = findBlocks(text.slice(reading.closedLength), references)
  const again = learnLabels(labels, references, known.labels)
  const firstFresh = reading.closedCount
  const fresh = [...known.found, ...open].map(({ outline, source }) => readBlock(outline, source, references))

  for (const place of again) reading.blocks[place] = readAgain(reading.blocks[place]!, references)
  const shared = fresh.map((block, index) => sharing(reading.blocks[firstFresh + index], block))
  reading.blocks.splice(firstFresh, reading.blocks.length, ...shared)
  reading.closedCount += known.found.length
  for (const place of [...again, ...known.found.map((_, index) => firstFresh + index)])
    awaitLabels(labels, reading.blocks[place]!, place)
  reading.pages = turnPages(reading.pages, reading.blocks, { again, firstFresh })
  reading.text = text
}

/** Closes all blocks but the last of the lines that are whole. */
function closeBlocks(reading: Reading, text: string): { found: Found[]; labels: string[] } {
  const rest = text.slice(reading.closedLength)
  const wholeLength = lineStarts(rest).at(-1)!
  if (wholeLength === reading.checkedLength) return { found: [], labels: [] }
  const references = definitionsOver(reading.labels.closed)
  const found = findBlocks(rest.slice(0, wholeLength), references)
  const open = found.pop()
  const openLength = open?.source.length ?? wholeLength
  reading.closedLength += wholeLength - openLength
  reading.checkedLength = openLength
  const outlines = found.map(({ outline }) => outline)
  return { found, labels: closeLabels(reading.labels.closed, outlines, references) }
}

function findBlocks(text: string, references: References): Found[] {
  const starts = lineStarts(text)
  const outlines = readOutline(text, references)
  return outlines.map((outline, index) => {
    const next = outlines[index + 1]
    return { outline, source: text.slice(starts[outline.line], next && starts[next.line]) }
  })
}

function sharing(before: Block | undefined, after: Block): Block {
  return after.node === undefined ? after : { ...after, node: shareNodes(before?.node, after.node) }
}
