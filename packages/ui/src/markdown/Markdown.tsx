'use client'
import { memo, useRef } from 'react'
import { css } from '../kit/css.ts'
import { drawNodes } from './draw/drawNodes.tsx'
import styles from './markdown.module.css'
import { createReader, type MarkdownReader } from './read/createReader.ts'
import type { Pages } from './read/pages.ts'
import { usePaced } from './usePaced.ts'

type MarkdownProps = {
  text: string
  /** Whether more will come. */
  isGrowing?: boolean
}

/** Markdown that grows while it is read. The default export, since it is loaded when the first text arrives. */
export default function Markdown({ text, isGrowing = false }: MarkdownProps) {
  const reader = useRef<MarkdownReader>(undefined)
  reader.current ??= createReader()
  const paced = usePaced(text)
  const { pages, unread } = reader.current.read(paced, !isGrowing && paced.length === text.length)
  return (
    <>
      {pages.map((page, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are only ever added at the end
        <Page key={index} page={page} />
      ))}
      {unread && <p className={css(styles.source)}>{unread}</p>}
    </>
  )
}

const Page = memo(function Page({ page }: { page: Pages[number] }) {
  return drawNodes(page)
})
