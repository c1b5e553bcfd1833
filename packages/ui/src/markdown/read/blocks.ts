import type { Token } from 'markdown-it'
import { deepestNesting, type References, readInlines, readStructure } from './engine.ts'
import { normalLines } from './lines.ts'
import type { MarkdownNode } from './nodes.ts'
import { readTasks } from './tasks.ts'
import { toNodes } from './toNodes.ts'

/** A block of the outermost level: its tokens, and the line that it starts at. */
export type Outline = { line: number; tokens: Token[] }

/** A block that was read to its last word. */
export type Block = {
  source: string
  /** `undefined` for what is not drawn, such as a link definition. */
  node: MarkdownNode | undefined
  /** Link labels that it looked up: what they lead to decides how it is drawn. */
  labels: ReadonlySet<string>
}

/** Which blocks a text has, without what is written in them. Adds the link definitions to `references`. */
export function readOutline(text: string, references: References): Outline[] {
  const outline: Outline[] = []
  for (const token of readStructure(normalLines(text), references)) {
    const startsBlock = token.level === 0 && token.nesting !== -1
    if (startsBlock) outline.push({ line: token.map?.[0] ?? 0, tokens: [token] })
    else outline.at(-1)?.tokens.push(token)
  }
  return outline
}

/** Reads what is written in a block. */
export function readBlock({ tokens }: Outline, source: string, references: References): Block {
  if (tokens.some(isTooDeep)) return { source, node: { type: 'source', text: source }, labels: new Set() }
  readTasks(tokens)
  const labels = readInlines(tokens, references)
  return { source, node: toNodes(tokens)[0], labels }
}

/** Reads a block again, since a label leads elsewhere by now. */
export function readAgain({ source }: Block, references: References): Block {
  const [outline] = readOutline(source, Object.create(null))
  return readBlock(outline ?? { line: 0, tokens: [] }, source, references)
}

/** The parser leaves out what lies deeper; nothing is left out when the block is shown as it was written. */
const isTooDeep = ({ level, nesting }: Token) => nesting === 1 && level >= deepestNesting - 1
