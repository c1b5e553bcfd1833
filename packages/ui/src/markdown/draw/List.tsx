'use client'
import type { ReactNode } from 'react'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import styles from '../markdown.module.css'
import type { ItemNode, ListNode } from '../read/nodes.ts'

export function List({ node: { start }, children }: { node: ListNode; children: ReactNode }) {
  const Tag = start === undefined ? 'ul' : 'ol'
  return (
    <Tag className={css(styles.list)} data-ordered={start === undefined ? undefined : true} start={start}>
      {children}
    </Tag>
  )
}

/** An item, with a box before it when it is a task. The box is for reading: nothing is done by ticking it. */
export function ListItem({ node: { done }, children }: { node: ItemNode; children: ReactNode }) {
  const { messages } = useKit()
  if (done === undefined) return <li className={css(styles.item)}>{children}</li>
  return (
    <li className={css(styles.item)} data-done={done}>
      <span role="img" aria-label={done ? messages.taskDone : messages.taskOpen} className={css(styles.task)}>
        {done ? '☑' : '☐'}
      </span>{' '}
      {children}
    </li>
  )
}
