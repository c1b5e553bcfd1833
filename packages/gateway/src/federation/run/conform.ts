import type { Cell, Column } from '@lakefront/contract'
import { encodeRows } from '../../arrow/fromRows.ts'
import type { RowBatch } from '../../arrow/port.ts'
import { arrowTypeOf } from '../../arrow/types.ts'
import { GatewayError } from '../../errors.ts'
import type { SourceResult } from '../../sources/port.ts'

/** Types that a source may lose: SQLite has no decimals and no dates, so a computed one comes as text or as a float. */
const losable: ReadonlySet<Column['type']> = new Set(['integer', 'decimal', 'float', 'date', 'timestamp', 'boolean'])

/**
 * Puts the plan's names, titles and roles on what a source answered. Batches pass through untouched, unless the source
 * has lost a type that the plan knows.
 *
 * @throws {GatewayError} `source-garbled` when the columns are not those that were asked for.
 */
export function conform(
  result: SourceResult,
  planned: readonly Column[],
  source: { id: string; title: string },
): SourceResult {
  if (result.columns.length !== planned.length) {
    const message = `${source.title} answered ${result.columns.length} columns instead of ${planned.length}.`
    throw new GatewayError({ code: 'source-garbled', message, source: source.id })
  }
  const isLost = planned.map((column, index) => isLostType(column, result.columns[index]!))
  const columns = planned.map((column, index) => merged(column, result.columns[index]!, isLost[index]!))
  if (!isLost.includes(true)) return { ...result, columns }
  return { ...result, columns, batches: reencoded(result, columns, isLost) }
}

function isLostType(planned: Column, actual: Column): boolean {
  if (!losable.has(planned.type) || planned.type === actual.type) return false
  if (planned.type === 'decimal' && planned.scale === undefined) return false
  return actual.type === 'text' || (actual.type === 'float' && planned.type === 'decimal')
}

function merged(planned: Column, actual: Column, isLost: boolean): Column {
  if (isLost) return planned
  const { scale: _, ...rest } = planned
  const scale = actual.scale ?? (actual.type === planned.type ? planned.scale : undefined)
  return { ...rest, type: actual.type, ...(scale !== undefined && { scale }) }
}

async function* reencoded(
  { batches }: SourceResult,
  columns: readonly Column[],
  isLost: readonly boolean[],
): AsyncGenerator<RowBatch, void, void> {
  for await (const batch of batches) {
    const types = columns.map((column, index) => (isLost[index] ? arrowTypeOf(column) : batch.types[index]!))
    const rows = batch
      .rows()
      .map((row) => row.map((cell, index) => (isLost[index] ? restored(cell, columns[index]!) : cell)))
    yield encodeRows(columns, rows, types)
  }
}

function restored(cell: Cell, { type, scale }: Column): Cell {
  return type === 'decimal' && typeof cell === 'number' ? cell.toFixed(scale) : cell
}
