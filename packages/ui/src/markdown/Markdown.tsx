'use client'
import { useRef } from 'react'
import { MarkdownBlock } from './MarkdownBlock.tsx'
import { type Blocks, noBlocks, parseBlocks } from './parseBlocks.ts'

/** Markdown that grows while it is read. The default export, since it is loaded when the first text arrives. */
export default function Markdown({ text }: { text: string }) {
  const known = useRef<Blocks>(noBlocks)
  const blocks = parseBlocks(known.current, text)
  known.current = blocks
  return (
    <>
      {[...blocks.closed, ...blocks.open].map((token, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are only ever added at the end
        <MarkdownBlock key={index} token={token} />
      ))}
    </>
  )
}
