import {
  BIGINT,
  BLOB,
  BOOLEAN,
  DATE,
  DECIMAL,
  DOUBLE,
  DuckDBBlobValue,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  TIMESTAMP,
  TIMESTAMP_NS,
  TIMESTAMPTZ,
  VARCHAR,
} from '@duckdb/node-api'
import type { Cell, Column } from '@lakefront/contract'
import { parseDecimal } from '../../arrow/decimals.ts'
import { parseDate, parseTimestamp, ticksPerSecond } from '../../arrow/moments.ts'
import type { ArrowType, RowBatch } from '../../arrow/port.ts'
import { arrowTypeOf } from '../../arrow/types.ts'
import { quoteIdentifier } from '../../lakehouse/sqlText.ts'
import { largestScale } from '../../sources/inferType.ts'

const rowsPerChunk = 2_048

/** Rows of one step, whole: what the join in the gateway works on. */
export type StepRows = { id: string; columns: readonly Column[]; batches: readonly RowBatch[] }

/** Makes a table named by the step, and fills it. */
export async function loadTable(connection: DuckDBConnection, { id, columns, batches }: StepRows): Promise<void> {
  const layouts = columns.map((column, index) => layoutOf(column, index, batches))
  const definitions = columns.map(({ name }, index) => `${quoteIdentifier(name)} ${layouts[index]!.type}`)
  await connection.run(`create table ${quoteIdentifier(id)} (${definitions.join(', ')})`)
  const appender = await connection.createAppender(id)
  try {
    for (const batch of batches) {
      for (let start = 0; start < batch.rowCount; start += rowsPerChunk) {
        appender.appendDataChunk(chunkOf(batch.rows(start, start + rowsPerChunk), layouts))
      }
    }
  } finally {
    // Left open, it would outlive its connection.
    appender.closeSync()
  }
}

type Layout = { type: DuckDBType; convert(cell: Exclude<Cell, null>): DuckDBValue }

function chunkOf(rows: readonly (readonly Cell[])[], layouts: readonly Layout[]): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(layouts.map(({ type }) => type))
  chunk.setColumns(
    layouts.map(({ convert }, index) =>
      rows.map((row) => {
        const cell = row[index] ?? null
        return cell === null ? null : convert(cell)
      }),
    ),
  )
  return chunk
}

function layoutOf(column: Column, index: number, batches: readonly RowBatch[]): Layout {
  const arrow = batches[0]?.types[index] ?? arrowTypeOf(column)
  if (column.type === 'decimal' && arrow.kind === 'text') return decimalLayout(38, scaleOf(batches, index))
  if (arrow.kind === 'timestamp' && arrow.isNanoseconds) return nanosecondLayout
  return arrow.kind === 'decimal' ? decimalLayout(arrow.precision, arrow.scale) : layouts[arrow.kind]
}

/** A source that did not tell the scale of its decimals sent them as text: the rows tell it. */
function scaleOf(batches: readonly RowBatch[], index: number): number {
  return Math.max(0, ...batches.map((batch) => largestScale(batch.rows().map((row) => String(row[index] ?? '')))))
}

function decimalLayout(width: number, scale: number): Layout {
  return {
    type: DECIMAL(width, scale),
    convert: (cell) => new DuckDBDecimalValue(parseDecimal(String(cell), scale) ?? fail(cell), width, scale),
  }
}

const layouts: Record<Exclude<ArrowType['kind'], 'decimal'>, Layout> = {
  int32: { type: INTEGER, convert: Number },
  int64: { type: BIGINT, convert: BigInt },
  float64: { type: DOUBLE, convert: Number },
  boolean: { type: BOOLEAN, convert: (cell) => cell === true },
  text: { type: VARCHAR, convert: String },
  binary: { type: BLOB, convert: (cell) => new DuckDBBlobValue(Buffer.from(String(cell), 'base64')) },
  date: { type: DATE, convert: (cell) => new DuckDBDateValue(parseDate(String(cell)) ?? fail(cell)) },
  timestamp: {
    type: TIMESTAMP,
    convert: (cell) => new DuckDBTimestampValue(parseTimestamp(String(cell)) ?? fail(cell)),
  },
  timestamptz: {
    type: TIMESTAMPTZ,
    convert: (cell) => new DuckDBTimestampTZValue(parseTimestamp(String(cell)) ?? fail(cell)),
  },
}

const nanosecondLayout: Layout = {
  type: TIMESTAMP_NS,
  convert: (cell) =>
    new DuckDBTimestampNanosecondsValue(parseTimestamp(String(cell), ticksPerSecond.nanoseconds) ?? fail(cell)),
}

function fail(cell: Cell): never {
  throw new TypeError(`${String(cell)} does not fit its column.`)
}
