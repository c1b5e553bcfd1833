'use client'
import type { SpendLine } from '@lakefront/react'
import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import spendingStyles from '../spending.module.css'
import { useSpendingWords } from '../useSpendingWords.ts'
import styles from './spend-table.module.css'
import type { SpendingReport } from './spendLines.ts'

/** More lines are shown when they are asked for. */
const firstLines = 50

/** Each line and their total, and what must be known of them. */
export function SpendTable({ report }: { report: SpendingReport }) {
  const { format } = useKit()
  const words = useSpendingWords()
  const { lines, total, lineCount } = report
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? lines : lines.slice(0, firstLines)
  return (
    <>
      <div className={css(styles.scroller)}>
        <Table report={report} shown={shown} />
      </div>
      {lines.length > shown.length && (
        <Button onClick={() => setShowsAll(true)}>{words.showAll(format.count(lines.length))}</Button>
      )}
      {lineCount > lines.length && (
        <p className={css(spendingStyles.soft)}>
          {words.linesCut(format.count(lines.length), format.count(lineCount))}
        </p>
      )}
      {total.assumedUsd > 0 && <p className={css(spendingStyles.soft)}>{words.assumedHint}</p>}
    </>
  )
}

/** The assumed part has a column only where there is one. Renders a `<table>`. */
function Table({ report, shown }: { report: SpendingReport; shown: readonly SpendLine[] }) {
  const { format } = useKit()
  const words = useSpendingWords()
  const { by, total, lineCount } = report
  const hasAssumed = total.assumedUsd > 0
  const totalName = lineCount > shown.length ? words.totalOf(format.count(lineCount)) : words.total
  return (
    <table aria-label={words.tableOf(words.by[by])} className={css(styles.table)}>
      <thead className={css()}>
        <tr className={css()}>
          <Heading>{words.by[by]}</Heading>
          <Heading isNumber>{words.runs}</Heading>
          <Heading isNumber>{words.amount}</Heading>
          {hasAssumed && <Heading isNumber>{words.assumed}</Heading>}
        </tr>
      </thead>
      <tbody className={css()}>
        {shown.map((line) => (
          <Line
            key={line.key}
            name={by === 'day' ? format.date(line.key) : line.label}
            line={line}
            hasAssumed={hasAssumed}
          />
        ))}
      </tbody>
      <tfoot className={css()}>
        <Line name={totalName} line={total} hasAssumed={hasAssumed} isTotal />
      </tfoot>
    </table>
  )
}

function Heading({ isNumber, children }: { isNumber?: boolean; children: string }) {
  return (
    <th scope="col" className={css(styles.column, isNumber && styles.number)}>
      {children}
    </th>
  )
}

type LineProps = {
  name: string
  line: Pick<SpendLine, 'runs' | 'spentUsd' | 'assumedUsd'>
  hasAssumed: boolean
  isTotal?: boolean
}

function Line({ name, line: { runs, spentUsd, assumedUsd }, hasAssumed, isTotal }: LineProps) {
  const { format } = useKit()
  return (
    <tr className={css(styles.line, isTotal && styles.total)}>
      <th scope="row" className={css(styles.name)}>
        <bdi className={css()}>{name}</bdi>
      </th>
      <td className={css(styles.number)}>{format.count(runs)}</td>
      <td className={css(styles.number)}>{format.cost(spentUsd)}</td>
      {hasAssumed && <td className={css(styles.number)}>{format.cost(assumedUsd)}</td>}
    </tr>
  )
}
