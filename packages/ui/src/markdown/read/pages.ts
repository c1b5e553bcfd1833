import type { Block } from './blocks.ts'
import type { MarkdownNode } from './nodes.ts'

type Page = readonly (MarkdownNode | undefined)[]

/** Blocks in pages: a page that did not change is the same array, so that drawing passes over it at once. */
export type Pages = readonly Page[]

const blocksPerPage = 32

type Changes = {
  /** Places of closed blocks that were read again. */
  again: ReadonlySet<number>
  /** The first place that is new since. */
  firstFresh: number
}

/** The pages of the blocks, with each page that is still the same. */
export function turnPages(before: Pages, blocks: readonly Block[], { again, firstFresh }: Changes): Pages {
  const changed = new Set([...again].map(pageOf))
  return Array.from({ length: Math.ceil(blocks.length / blocksPerPage) }, (_, page) => {
    const old = before[page]
    if (old && page < pageOf(firstFresh) && !changed.has(page)) return old
    const nodes = blocks.slice(page * blocksPerPage, (page + 1) * blocksPerPage).map(({ node }) => node)
    return old?.length === nodes.length && nodes.every((node, index) => node === old[index]) ? old : nodes
  })
}

const pageOf = (place: number) => Math.floor(place / blocksPerPage)
