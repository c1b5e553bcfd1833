'use client'
import { useAudit } from '@lakefront/react/governance'
import { ChainEntries } from '../audit/chain/ChainEntries.tsx'
import { ChainState } from '../audit/chain/ChainState.tsx'
import { Button } from '../kit/Button.tsx'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import styles from './provenance.module.css'
import { useProvenanceWords } from './useProvenanceWords.ts'

/** Where an answer stands in the audit trail, and whether that holds; or why nothing is known of it. */
export function AnswerRecord({ answerId }: { answerId: string }) {
  const { messages } = useKit()
  const words = useProvenanceWords()
  const { data, error, refetch } = useAudit({ callId: answerId, limit: 1 })
  const page = data?.pages[0]
  // Everybody may read about their own answers, wherever there is a trail.
  if (error?.code === 'forbidden') return <p className={css(styles.soft)}>{words.noRecord}</p>
  if (error && !page) {
    return (
      <div role="alert" className={css(styles.soft)}>
        {words.recordFailed} {messages.errors[error.code] ?? error.message}{' '}
        <Button variant="plain" onClick={() => void refetch()}>
          {messages.retry}
        </Button>
      </div>
    )
  }
  if (!page) {
    return (
      <p role="status" className={css(styles.soft)}>
        <span className={css(kitStyles.spinner)} /> {words.readingRecord}
      </p>
    )
  }
  const [call] = page.calls
  if (!call) return <p className={css(styles.soft)}>{words.notOnRecord}</p>
  return (
    <>
      <ChainEntries entries={call.entries} />
      <ChainState {...page.chain} />
    </>
  )
}
