'use client'
import { type ReactNode, useSyncExternalStore } from 'react'
import { css, kitStyles } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { VisuallyHidden } from '../../kit/VisuallyHidden.tsx'
import styles from '../markdown.module.css'
import { safeHref } from './safeHref.ts'

/** A link that leads out of the page's own site is marked, and said to be; one that must not be followed is its text. */
export function MarkdownLink({ href, children }: { href: string; children: ReactNode }) {
  const { messages } = useKit()
  const origin = useSyncExternalStore(neverChanges, ownOrigin, noOrigin)
  const safe = safeHref(href, origin)
  if (!safe) return <>{children}</>
  if (!safe.leavesTo) {
    return (
      <a href={href} className={css(kitStyles.link)}>
        {children}
      </a>
    )
  }
  return (
    <a
      href={href}
      title={safe.leavesTo}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className={css(kitStyles.link)}
      data-external
    >
      {children}
      <Icon name="external" className={styles.external} />
      <VisuallyHidden> {messages.opensElsewhere}</VisuallyHidden>
    </a>
  )
}

const neverChanges = () => () => {}
const ownOrigin = () => location.origin
const noOrigin = () => ''
