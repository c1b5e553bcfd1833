'use client'
import type { ReactNode } from 'react'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import styles from '../markdown.module.css'
import type { CellNode, MarkdownNode, TableNode } from '../read/nodes.ts'

/** A table in the text: wider than its place it is scrolled, and its caption, which is heard, names its columns. */
export function Table({ node, children }: { node: TableNode; children: ReactNode }) {
  const { messages } = useKit()
  const caption = messages.tableOf(headingsOf(node).join(', '))
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, since nothing is filled in
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what lies beyond the edge is reached by scrolling
    <div role="group" aria-label={caption} tabIndex={0} className={css(styles.tableFrame)}>
      <table className={css(styles.table)}>
        <caption className={css(kitStyles.hidden)}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}

export function Cell({ node: { isHeading, align }, children }: { node: CellNode; children: ReactNode }) {
  const Tag = isHeading ? 'th' : 'td'
  return (
    <Tag className={css(styles.cell)} data-align={align} scope={isHeading ? 'col' : undefined}>
      {children}
    </Tag>
  )
}

function headingsOf(node: MarkdownNode): string[] {
  if (typeof node === 'string' || !('children' in node) || node.type === 'body') return []
  return node.type === 'cell' ? [textOf(node)] : node.children.flatMap(headingsOf)
}

function textOf(node: MarkdownNode): string {
  if (typeof node === 'string') return node
  if ('text' in node) return node.text
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
