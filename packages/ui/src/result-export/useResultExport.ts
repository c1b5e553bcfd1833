'use client'
import { type AnyLakefrontError, type ExportFormat, LakefrontError, useClient } from '@lakefront/react'
import { useEffect, useRef, useState } from 'react'
import { useLatest } from '../kit/useLatest.ts'
import { useResultTable } from '../result-table/ResultTableContext.ts'
import { csvBlob, fileName } from './exportText.ts'
import { openTarget } from './openTarget.ts'
import { paced } from './paced.ts'
import { saveFile } from './saveFile.ts'

/** How an export goes. `rowCount` is `null` while the source still runs. */
export type ExportState =
  | { status: 'idle' | 'cancelled' }
  | { status: 'saving'; format: ExportFormat; bytes: number; rowCount: number | null }
  | { status: 'saved'; bytes: number; rowCount: number | null; isPart: boolean }
  | { status: 'failed'; format: ExportFormat; error: AnyLakefrontError | undefined }

/** Progress is shown so often, in milliseconds. */
const progressEveryMs = 100

/** What went well needs no more words after this time. */
const settledForMs = 10_000

/** Saves a result as a file: all of its rows from the gateway, or what the table shows out of the page. */
export function useResultExport() {
  const client = useClient()
  const { result, rows, exported, isArranged, title } = useResultTable()
  const [state, setState] = useState<ExportState>({ status: 'idle' })
  const running = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const latestRows = useLatest(rows)

  const isSettled = state.status === 'cancelled' || (state.status === 'saved' && !state.isPart)
  useEffect(() => {
    if (!isSettled) return
    const timer = setTimeout(() => setState({ status: 'idle' }), settledForMs)
    return () => clearTimeout(timer)
  }, [isSettled])

  /** Runs one export at a time; `work` answers how it ended. */
  async function run(format: ExportFormat, work: (signal: AbortSignal) => Promise<ExportState>): Promise<void> {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setState({ status: 'saving', format, bytes: 0, rowCount: null })
    const ended = await work(controller.signal).catch((error: unknown): ExportState => {
      if (controller.signal.aborted) return { status: 'cancelled' }
      return { status: 'failed', format, error: LakefrontError.isInstance(error) ? error : undefined }
    })
    if (running.current === controller) setState(ended)
  }

  async function save(format: ExportFormat): Promise<void> {
    if (!result) return
    const name = fileName(title, new Date(), format)
    const target = await openTarget(name, format)
    if (!target) return
    await run(format, async (signal) => {
      let told: { rowCount: number | null } = { rowCount: null }
      let bytes = 0
      const show = paced(() => setState({ status: 'saving', format, bytes, rowCount: told.rowCount }), progressEveryMs)
      const onProgress = ({ bytesReceived }: { bytesReceived: number }) => {
        bytes = bytesReceived
        if (!signal.aborted) show()
      }
      try {
        const file = await client.exportResult(result, { format, name: name.replace(/\.\w+$/, ''), signal, onProgress })
        told = file
        await target.write(file.body, signal)
        // Rows that were still on their way when the file was begun have been counted since.
        const rowCount = file.rowCount ?? latestRows.current.totalRowCount
        return { status: 'saved', bytes, rowCount, isPart: file.truncated }
      } finally {
        show.stop()
      }
    })
  }

  const isHeld = rows.status !== 'streaming' && rows.held === 'all'

  return {
    state,
    save,
    /** Saves what the table shows. `undefined` where that is what came, or is not all in the page. */
    saveShown:
      isArranged && isHeld
        ? () =>
            run('csv', async (signal) => {
              const blob = await csvBlob(exported, signal)
              saveFile(blob, fileName(title, new Date(), 'csv'))
              const isPart = rows.truncated || rows.status !== 'complete'
              return { status: 'saved', bytes: blob.size, rowCount: exported.rowCount, isPart }
            })
        : undefined,
    cancel: () => running.current?.abort(),
  }
}

export type ResultExport = ReturnType<typeof useResultExport>
