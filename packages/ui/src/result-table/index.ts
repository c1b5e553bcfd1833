import { ResultTableCopy } from '../result-export/ResultTableCopy.tsx'
import { ResultTableDownload } from '../result-export/ResultTableDownload.tsx'
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
export type { TableView } from './view/types.ts'
