import { setImmediate } from 'node:timers/promises'
import { createRawReader } from '../../arrow/decode.ts'
import type { ArrowType, RowBatch } from '../../arrow/port.ts'
import { parquetSchema } from './parquetSchema.ts'
import type { ColumnSource, SchemaElement } from './parquetTypes.ts'
import type { ExportRows } from './port.ts'

/** A group of rows is written at once, and meanwhile nobody else gets a turn. */
const cellsPerGroup = 131_072
const leastRowsPerGroup = 1_024

/** Apache Parquet, a group of rows at a time: what has been sent is forgotten, but for where it lies. */
export async function* parquetFile({ columns, types, batches }: ExportRows): AsyncGenerator<Uint8Array, void, void> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const bytes = new ByteWriter()
  const schema = parquetSchema(columns, types)
  const writer = new ParquetWriter({ writer: bytes, schema: schema.map(asPlainText), createdBy: 'lakefront' })
  const take = () => {
    const piece = bytes.getBytes().slice()
    bytes.index = 0
    return piece
  }
  const rowsPerGroup = Math.max(leastRowsPerGroup, Math.floor(cellsPerGroup / Math.max(1, columns.length)))
  const names = columns.map(({ name }) => name)
  for await (const group of groupsOf(batches, types, rowsPerGroup)) {
    writer.write({ columnData: group.map((data, index) => sourceOf(names[index]!, types[index]!, data)), rowGroupSize })
    yield take()
    await setImmediate()
  }
  writer.schema = schema
  writer.finish()
  yield take()
}

/** What is JSON already, the writer would put into quotes once more; so it learns only in the end that it was JSON. */
function asPlainText(element: SchemaElement): SchemaElement {
  return element.converted_type === 'JSON' ? { ...element, converted_type: 'UTF8' } : element
}

/** Groups are as large as they come. */
const rowGroupSize = Number.MAX_SAFE_INTEGER

/** Values by column, in groups of so many rows, whatever the batches are. */
async function* groupsOf(
  batches: AsyncIterable<RowBatch>,
  types: readonly ArrowType[],
  rowsPerGroup: number,
): AsyncGenerator<unknown[][], void, void> {
  let group: unknown[][] = types.map(() => [])
  let rowCount = 0
  for await (const batch of batches) {
    const read = createRawReader(batch.bytes, types)
    for (let start = 0; start < batch.rowCount; ) {
      const end = Math.min(batch.rowCount, start + rowsPerGroup - rowCount)
      group.forEach((values, column) => {
        for (let row = start; row < end; row++) values.push(read(column, row))
      })
      rowCount += end - start
      start = end
      if (rowCount < rowsPerGroup) continue
      yield group
      group = types.map(() => [])
      rowCount = 0
    }
  }
  if (rowCount > 0) yield group
}

function sourceOf(name: string, { kind }: ArrowType, data: unknown[]): ColumnSource {
  // A dictionary would take a zero below zero for zero.
  return kind === 'float64' ? { name, data, encoding: 'PLAIN' } : { name, data }
}
