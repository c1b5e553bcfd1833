'use client'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { Nothing } from '../../states/Nothing.tsx'
import { SpendingProblem } from '../SpendingProblem.tsx'
import spendingStyles from '../spending.module.css'
import { useSpendingWords } from '../useSpendingWords.ts'
import styles from './report.module.css'
import { SpendChart } from './SpendChart.tsx'
import { SpendDownload } from './SpendDownload.tsx'
import { SpendTable } from './SpendTable.tsx'
import type { SpendingReport } from './spendLines.ts'

type ReportContentProps = {
  report: SpendingReport | undefined
  error: { code: string; message: string } | null
  onRetry(): void
}

/** Whose money it is, the table, the chart and the file; and what is said instead of them. */
export function ReportContent({ report, error, onRetry }: ReportContentProps) {
  const words = useSpendingWords()
  return (
    <>
      {error && <SpendingProblem error={error} onRetry={onRetry} />}
      {!report && !error && (
        <p role="status" className={css(styles.waiting)}>
          <span className={css(kitStyles.skeleton)} />
          <span className={css(kitStyles.hidden)}>{words.loadingReport}</span>
        </p>
      )}
      {report && <About report={report} />}
      {report?.lines.length === 0 && <Nothing title={words.nothingSpent}>{words.nothingSpentHint}</Nothing>}
      {report && report.lines.length > 0 && (
        <>
          <SpendChart report={report} />
          <SpendTable key={report.by} report={report} />
        </>
      )}
    </>
  )
}

function About({ report }: { report: SpendingReport }) {
  const { format } = useKit()
  const words = useSpendingWords()
  const { covers, from, to, timeZone, lines } = report
  return (
    <div className={css(spendingStyles.head)}>
      <p className={css(spendingStyles.soft)}>
        {words.days(format.date(from), format.date(to), timeZone)} · {words.covers[covers]}
      </p>
      {lines.length > 0 && <SpendDownload report={report} />}
    </div>
  )
}
