import { lexer, type Token } from 'marked'

/** Blocks of a text that grows at its end. */
export type Blocks = {
  /** Text that `closed` was made of. */
  closedText: string
  /** Can no longer change, whatever follows. Their identity stays, so they are drawn once. */
  closed: readonly Token[]
  /** May still change with the next piece of text. */
  open: readonly Token[]
}

export const noBlocks: Blocks = { closedText: '', closed: [], open: [] }

/** Reads on from the blocks that are closed, so that each new piece costs the same however long the text has become. */
export function parseBlocks(known: Blocks, text: string): Blocks {
  const normal = text.replaceAll('\r\n', '\n')
  const start = normal.startsWith(known.closedText) ? known : noBlocks
  const tokens = [...lexer(normal.slice(start.closedText.length), { gfm: true })]
  const lastBlock = tokens.findLastIndex(({ type }) => type !== 'space')
  const nowClosed = tokens.slice(0, Math.max(lastBlock, 0))
  return {
    closedText: start.closedText + nowClosed.map(({ raw }) => raw).join(''),
    closed: [...start.closed, ...nowClosed],
    open: tokens.slice(Math.max(lastBlock, 0)),
  }
}
