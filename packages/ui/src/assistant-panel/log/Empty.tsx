'use client'
import { useCatalog } from '@lakefront/react'
import { forwardRef } from 'react'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import styles from '../panel/panel.module.css'
import { usePanelAsk } from '../panel/usePanelAsk.ts'

const mostStarters = 6
const skeletonWidths = ['82%', '64%', '74%', '56%']

/** What stands there before the first question: questions that this gateway can answer. Renders a `<div>`. */
export const Empty = forwardRef<HTMLDivElement, PartProps<'div'>>(function Empty(props, ref) {
  const { messages } = useKit()
  const children = (
    <>
      <p className={css(styles.emptyTitle)}>{messages.emptyTitle}</p>
      <p className={css(styles.emptyHint)}>{messages.emptyHint}</p>
      <Starters />
    </>
  )
  return usePart({ tag: 'div', ref: ref as never, own: { className: styles.empty, children }, props: props as never })
})

function Starters() {
  const { messages } = useKit()
  const { ask } = usePanelAsk()
  const { data, isPending, isError } = useCatalog()
  if (isError) return <p className={css(styles.emptyHint)}>{messages.catalogUnavailable}</p>
  if (isPending) return <StarterSkeleton />
  return (
    <ul aria-label={messages.startersLabel} className={css(styles.starters)}>
      {data.suggestions.slice(0, mostStarters).map((question) => (
        <li key={question} className={css()}>
          <button type="button" className={css(styles.starter)} onClick={() => ask(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  )
}

function StarterSkeleton() {
  return (
    <div aria-hidden="true" className={css(styles.starters)}>
      {skeletonWidths.map((inlineSize) => (
        <span key={inlineSize} className={css(styles.starter)}>
          <span className={css(kitStyles.skeleton)} style={{ inlineSize }} />
        </span>
      ))}
    </div>
  )
}
