import type { ExportFormat } from '@lakefront/react'
import { saveFile } from './saveFile.ts'

/** Where a file goes that arrives in pieces. */
export type FileTarget = {
  /** Takes the whole file. Fails with what the file failed with; nothing is left of a part. */
  write(body: ReadableStream<Uint8Array<ArrayBuffer>>, signal: AbortSignal): Promise<void>
}

const mediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.file',
}

/**
 * Asks where a file shall be saved, so that it goes to the disk as it arrives. Where the browser cannot ask, the file is
 * gathered in the page and handed over whole. `undefined` when the person thought better of it.
 */
export async function openTarget(name: string, format: ExportFormat): Promise<FileTarget | undefined> {
  const { showSaveFilePicker } = window as unknown as { showSaveFilePicker?: ShowSaveFilePicker }
  if (!showSaveFilePicker) return inPage(name, format)
  try {
    const types = [{ accept: { [mediaTypes[format]]: [`.${format}`] } }]
    return onDisk(await showSaveFilePicker({ suggestedName: name, types }))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    // A page inside another one may not ask.
    return inPage(name, format)
  }
}

type SavedFile = Pick<FileSystemFileHandle, 'createWritable'> & { remove?(): Promise<void> }
type ShowSaveFilePicker = (options: {
  suggestedName: string
  types: { accept: Record<string, string[]> }[]
}) => Promise<SavedFile>

function onDisk(file: SavedFile): FileTarget {
  return {
    async write(body, signal) {
      try {
        await body.pipeTo(await file.createWritable(), { signal })
      } catch (error) {
        // The picker has made an empty file already.
        await file.remove?.().catch(() => undefined)
        throw error
      }
    },
  }
}

function inPage(name: string, format: ExportFormat): FileTarget {
  return {
    async write(body) {
      const blob = await new Response(body, { headers: { 'content-type': mediaTypes[format] } }).blob()
      saveFile(blob, name)
    },
  }
}
