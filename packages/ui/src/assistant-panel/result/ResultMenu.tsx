'use client'
import { useEffect } from 'react'
import { cutNote } from '../../chart/choose/cutNote.ts'
import type { PictureFormat } from '../../chart/save/savePicture.ts'
import { Button } from '../../kit/Button.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { copyTable } from '../../result-export/copyTable.ts'
import { DownloadItems, MenuItem } from '../../result-export/DownloadItems.tsx'
import { ExportMenu } from '../../result-export/ExportMenu.tsx'
import { ExportProgress } from '../../result-export/ExportProgress.tsx'
import { useResultExport } from '../../result-export/useResultExport.ts'
import { useResultTable } from '../../result-table/ResultTableContext.ts'
import { RunAgain } from '../turn/RunAgain.tsx'
import type { ResultActionsProps } from './ResultActions.tsx'
import { rowsNote } from './RowsNote.tsx'

/** Copies and saves a result: its rows, and its chart when that is shown. The default export, since it is loaded late. */
export default function ResultMenu({ chart, svgRef, say, show }: ResultActionsProps) {
  const { messages, format } = useKit()
  const { rows, exported, title } = useResultTable()
  const download = useResultExport()
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is drawn anew when the file has got further
  useEffect(() => show(<ExportProgress download={download} runAgain={<RunAgain />} />), [download.state, show])

  async function copy() {
    say((await copyTable({ exported, rows }, messages, format)).said)
  }

  async function save(picture: PictureFormat) {
    const svg = svgRef.current
    if (!svg || !chart) return
    const notes = [cutNote(chart, messages, format), rowsNote(rows, messages, format)]
    try {
      const { savePicture } = await import('../../chart/save/savePicture.ts')
      await savePicture(svg, picture, { title, notes: notes.filter((note) => note !== undefined) })
    } catch {
      say(messages.saveFailed)
    }
  }

  return (
    <ExportMenu trigger={<Button variant="plain" icon="more" aria-label={messages.moreActions} />}>
      <MenuItem icon="copy" onClick={copy}>
        {messages.copyTable}
      </MenuItem>
      <DownloadItems download={download} />
      {chart && (
        <>
          <MenuItem icon="download" onClick={() => save('png')}>
            {messages.downloadPng}
          </MenuItem>
          <MenuItem icon="download" onClick={() => save('svg')}>
            {messages.downloadSvg}
          </MenuItem>
        </>
      )}
    </ExportMenu>
  )
}
