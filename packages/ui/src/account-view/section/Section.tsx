'use client'
import { forwardRef, useId } from 'react'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { type SectionOutline, useAccountView } from '../AccountViewContext.ts'
import styles from '../account-view.module.css'
import { Fields } from './Fields.tsx'
import { Freshness } from './Freshness.tsx'
import { RecordTable } from './RecordTable.tsx'
import { type SectionReading, useSection } from './useSection.ts'

export type SectionState = { status: 'loading' | 'ready' | 'failed'; kind: string }

export type SectionProps = Omit<PartProps<'section', SectionState>, 'id'> & {
  /** Id of a section in the gateway's configuration. */
  section: string
}

/** One section of the record under its heading: loads, fails and is refreshed by itself. Renders a `<section>`. */
export const Section = forwardRef<HTMLElement, SectionProps>(function Section({ section, ...props }, ref) {
  const { sections } = useAccountView()
  const reading = useSection(section)
  const outline = sections?.find(({ id }) => id === section) ?? outlineOf(section, reading)
  const titleId = useId()
  const status = reading.section ? 'ready' : reading.problem ? 'failed' : 'loading'
  const kind = reading.section?.kind ?? outline.kind ?? 'table'

  const children = (
    <>
      <div className={css(styles.sectionHead)}>
        <h3 id={titleId} className={css(styles.sectionTitle)}>
          {outline.title}
        </h3>
        <Freshness outline={outline} reading={reading} />
      </div>
      <SectionBody kind={kind} outline={outline} reading={reading} />
    </>
  )
  const own = { 'aria-labelledby': titleId, 'aria-busy': reading.reading, className: styles.section, children }
  return usePart({ tag: 'section', ref: ref as never, state: { status, kind }, own, props: props as never })
})

type SectionBodyProps = { kind: string; outline: SectionOutline; reading: SectionReading }

function SectionBody({ kind, outline, reading }: SectionBodyProps) {
  const { messages, format } = useKit()
  const { section, problem } = reading
  if (!section) return problem ? null : <BodySkeleton kind={kind} />
  if (section.rows.length === 0) return <p className={css(styles.nothing)}>{messages.nothingHere}</p>
  if (kind === 'fields') return <Fields section={section} />
  return (
    <>
      <RecordTable section={section} title={outline.title} />
      {section.truncated && (
        <p className={css(styles.nothing)}>{messages.sectionTruncated(format.count(section.rows.length))}</p>
      )}
    </>
  )
}

/** As high as a short section usually is, so that the page does not jump when it arrives. */
function BodySkeleton({ kind }: { kind: string }) {
  const lines = kind === 'fields' ? ['60%', '45%'] : ['92%', '84%', '88%', '76%']
  return (
    <div aria-hidden="true" className={css(styles.bodySkeleton)}>
      {lines.map((inlineSize) => (
        <span key={inlineSize} className={css(styles.skeletonLine)}>
          <span className={css(kitStyles.skeleton)} style={{ inlineSize }} />
        </span>
      ))}
    </div>
  )
}

function outlineOf(id: string, { section }: SectionReading): SectionOutline {
  return { id, title: section?.title ?? id, source: section?.source ?? '', sourceTitle: section?.sourceTitle ?? '' }
}
