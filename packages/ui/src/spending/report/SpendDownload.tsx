'use client'
import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { csvBlob, fileName } from '../../result-export/exportText.ts'
import { saveFile } from '../../result-export/saveFile.ts'
import spendingStyles from '../spending.module.css'
import { useSpendingWords } from '../useSpendingWords.ts'
import styles from './report.module.css'
import { type SpendingReport, spendRows } from './spendLines.ts'

/** Saves every line as CSV, and says how many there are. Renders a `<button>`. */
export function SpendDownload({ report }: { report: SpendingReport }) {
  const { format } = useKit()
  const words = useSpendingWords()
  const [said, setSaid] = useState('')
  const { by, from, to, lines, lineCount } = report

  async function save() {
    const file = await csvBlob(spendRows(report, words), new AbortController().signal)
    saveFile(file, fileName(`${words.report} ${words.by[by]} ${from} ${to}`, new Date(report.asOf), 'csv'))
    const count = format.count(lines.length)
    setSaid(
      lineCount > lines.length ? words.savedPart(count, format.count(lineCount)) : words.saved(lines.length, count),
    )
  }
  return (
    <div className={css(styles.download)}>
      <span role="status" className={css(spendingStyles.soft)}>
        {said}
      </span>
      <Button variant="plain" icon="download" aria-label={words.downloadCsv} onClick={() => void save()} />
    </div>
  )
}
