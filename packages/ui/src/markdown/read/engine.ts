import MarkdownIt, { type Token } from 'markdown-it'
import { linkBareAddresses } from './bareLinks.ts'

/** Where a link reference leads. */
export type Reference = { href: string; title: string }

/** What labels lead to. Without a prototype, so that no label finds what nobody defined. */
export type References = Record<string, Reference>

/** Deeper than anyone reads; a parser that goes on would run out of stack. */
export const deepestNesting = 40

const engine = new MarkdownIt({ html: true, linkify: true, maxNesting: deepestNesting })
// What may be followed is decided where a link is drawn; here an address is only an address.
engine.validateLink = () => true
// Blocks are read by us, line by line; the parser's own run does what is left to do inside of them.
engine.core.ruler.enableOnly(['inline', 'linkify', 'text_join'])
linkBareAddresses(engine.linkify)

/** What a fence says of its code, as it is meant: `f&ouml;o` is föo. */
export const unescaped = (text: string) => engine.utils.unescapeAll(text)

/** Reads which blocks a text is made of, and adds its link definitions to `references`; the first of a label counts. */
export function readStructure(text: string, references: References): Token[] {
  const tokens: Token[] = []
  engine.block.parse(text, engine, { references }, tokens)
  return tokens
}

/** Reads what is written within blocks. Returns the labels that were looked up, found or not. */
export function readInlines(tokens: Token[], references: References): Set<string> {
  const labels = new Set<string>()
  const watched = new Proxy(references, {
    get(target, label: string) {
      labels.add(label)
      return target[label]
    },
  })
  const state = new engine.core.State('', engine, { references: watched })
  state.tokens = tokens
  engine.core.process(state)
  return labels
}
