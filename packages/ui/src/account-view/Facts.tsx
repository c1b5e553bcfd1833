'use client'
import { forwardRef } from 'react'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { CellText } from '../result-table/CellText.tsx'
import { type SectionOutline, useAccountView } from './AccountViewContext.ts'
import styles from './account-view.module.css'
import { Freshness } from './section/Freshness.tsx'
import { useSection } from './section/useSection.ts'

/** The record's figures side by side, each read by itself; nothing when it has none. Renders a `<div>`. */
export const Facts = forwardRef<HTMLDivElement, PartProps<'div'>>(function Facts(props, ref) {
  const { sections = [] } = useAccountView()
  const figures = sections.filter(({ kind }) => kind === 'figure')
  const children = figures.map((outline) => <Figure key={outline.id} outline={outline} />)
  const own = { className: styles.facts, children }
  const element = usePart({ tag: 'div', ref: ref as never, own, props: props as never })
  return figures.length > 0 ? element : null
})

/** One number with its name and where it was read. Renders a `<div role="group">`. */
function Figure({ outline }: { outline: SectionOutline }) {
  const { messages } = useKit()
  const reading = useSection(outline.id)
  const { section, problem } = reading
  const column = section?.columns.find(({ role }) => role !== 'key')
  const value = column ? (section?.rows[0]?.[section.columns.indexOf(column)] ?? null) : null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={outline.title} aria-busy={reading.reading} className={css(styles.fact)}>
      <p className={css(styles.factTitle)}>{outline.title}</p>
      <p className={css(styles.factValue)}>
        {column && <CellText value={value} column={column} />}
        {!column &&
          (problem ? (
            <span aria-hidden="true" className={css()}>
              –
            </span>
          ) : (
            <span className={css(kitStyles.skeleton)} />
          ))}
        {!section && !problem && <span className={css(kitStyles.hidden)}>{messages.loading(outline.title)}</span>}
      </p>
      <Freshness outline={outline} reading={reading} brief />
    </div>
  )
}
