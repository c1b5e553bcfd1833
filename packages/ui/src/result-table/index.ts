import { ResultTableCopy } from './ResultTableCopy.tsx'
import { ResultTableDownload } from './ResultTableDownload.tsx'
import { ResultTableGrid } from './ResultTableGrid.tsx'
import { ResultTableRoot } from './ResultTableRoot.tsx'

/** A streamed result as a table. */
export const ResultTable = {
  Root: ResultTableRoot,
  Grid: ResultTableGrid,
  Copy: ResultTableCopy,
  Download: ResultTableDownload,
}

export type { OpenRecord, RecordReference } from './ResultTableContext.ts'
export type { ResultTableGridProps } from './ResultTableGrid.tsx'
export type { ResultTableRootProps } from './ResultTableRoot.tsx'
