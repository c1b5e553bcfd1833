'use client'
import type { Format } from '../../format/createFormat.ts'
import { Button } from '../../kit/Button.tsx'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import type { Messages } from '../../messages/types.ts'
import type { SectionOutline } from '../AccountViewContext.ts'
import styles from '../account-view.module.css'
import { useIsRecent } from './useIsRecent.ts'
import type { SectionReading } from './useSection.ts'

type FreshnessProps = {
  outline: SectionOutline
  reading: SectionReading
  /** For narrow places: source and time only. */
  brief?: boolean
}

/** Where a section comes from and how fresh it is, or why it is not there; and a button to read it again. */
export function Freshness({ outline, reading, brief = false }: FreshnessProps) {
  const { messages, format } = useKit()
  const recent = useIsRecent(reading.arrivedAt)
  const { problem } = reading
  const text = problem
    ? problemParts(reading, messages, format)
    : readParts({ outline, reading, recent, brief }, messages, format)
  return (
    <span className={css(styles.freshness)} data-problem={problem ? '' : undefined}>
      {reading.reading ? (
        <span className={css(kitStyles.spinner)} />
      ) : (
        <span className={css(kitStyles.dot)} data-tone={problem ? 'warn' : undefined} />
      )}
      <span className={css(styles.freshnessText)}>{text.join(' · ')}</span>
      <Button
        variant="plain"
        icon="refresh"
        aria-label={messages.refresh(outline.title)}
        aria-disabled={reading.reading}
        className={styles.refresh}
        onClick={() => {
          if (!reading.reading) reading.refresh()
        }}
      />
    </span>
  )
}

function problemParts({ problem, secondsLeft, section }: SectionReading, messages: Messages, format: Format): string[] {
  if (!problem) return []
  const when = secondsLeft ? messages.tryingAgainIn(format.seconds(secondsLeft)) : undefined
  const stale = section && messages.asOf(format.timeOfDay(section.asOf))
  const sentence = messages.errors[problem.code] ?? problem.message
  return [when || stale ? sentence.replace(/\.$/, '') : sentence, when, stale].filter((part) => part !== undefined)
}

function readParts(
  { outline, reading, recent, brief }: Required<FreshnessProps> & { recent: boolean },
  messages: Messages,
  format: Format,
): string[] {
  const { section } = reading
  if (!section) return [outline.sourceTitle]
  if (brief) return [outline.sourceTitle, format.briefTime(section.asOf)]
  const time = format.timeOfDay(section.asOf)
  const took = format.duration(section.durationMs)
  const when = recent ? [messages.readNow(took)] : [messages.asOf(time), took]
  return [outline.sourceTitle, ...when, messages.noCopyKept]
}
