'use client'
import { useRecord } from '@lakefront/react'
import { forwardRef } from 'react'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { useAccountView } from './AccountViewContext.ts'
import styles from './account-view.module.css'

/** What the record is called; a placeholder of its height while that is read. Renders an `<h2>`. */
export const Identity = forwardRef<HTMLHeadingElement, PartProps<'h2'>>(function Identity(props, ref) {
  const { messages } = useKit()
  const { entity, id } = useAccountView()
  const { data } = useRecord({ entity, id, sections: [] })
  const children = data ? (
    <bdi className={css()}>{data.label}</bdi>
  ) : (
    <span
      role="img"
      aria-label={messages.loading(messages.account)}
      className={css(kitStyles.skeleton, styles.nameSkeleton)}
    />
  )
  return usePart({ tag: 'h2', ref: ref as never, own: { className: styles.identity, children }, props: props as never })
})
