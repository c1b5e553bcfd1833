'use client'
import { useEffect, useState } from 'react'
import { useKit } from '../kit/KitContext.ts'
import { type ResultTableValue, useResultTable } from '../result-table/ResultTableContext.ts'
import { csvChunks, fileName } from './exportText.ts'
import { saveCsv } from './saveFile.ts'

/** Saves the table as CSV once every row is here; `said` tells how that goes, and when not every row is in the file. */
export function useCsvDownload() {
  const { messages, format } = useKit()
  const table = useResultTable()
  const { rows } = table
  const [stage, setStage] = useState<'idle' | 'waiting' | 'saved'>('idle')
  const streaming = rows.status === 'streaming'

  // biome-ignore lint/correctness/useExhaustiveDependencies: saves once, with the rows that are here at that moment
  useEffect(() => {
    if (stage !== 'waiting' || streaming) return
    save(table)
    setStage('saved')
  }, [stage, streaming])

  const count = format.count(rows.rowCount)
  const whole = rows.status === 'complete' && !rows.truncated
  const said = {
    idle: undefined,
    waiting: messages.waitingForRows(count),
    saved: whole ? messages.savedRows(rows.rowCount, count) : messages.savedPart(count),
  }
  return { waiting: stage === 'waiting', said: said[stage], download: () => setStage('waiting') }
}

function save({ exported, title }: ResultTableValue): void {
  saveCsv(csvChunks(exported), fileName(title, new Date(), 'csv'))
}
