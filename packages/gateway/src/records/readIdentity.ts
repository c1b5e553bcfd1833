import type { Cell, Column } from '@lakefront/contract'
import { GatewayError } from '../errors.ts'
import type { FoundEntity } from './entityOf.ts'
import { keyCondition } from './keyCondition.ts'
import { memberColumn } from './memberColumn.ts'
import { readRows } from './readRows.ts'
import { selectFromView } from './selectFromView.ts'

/** One row of an entity's own view. */
export type Identity = {
  label: string
  /** Columns and cells by dimension. */
  fields: ReadonlyMap<string, { column: Column; value: Cell }>
  asOf: string
  durationMs: number
}

/**
 * Reads the label of a record and whatever dimensions are asked for, in one statement.
 *
 * @throws {GatewayError} `record-not-found` when no row has the key.
 */
export async function readIdentity(
  { name, entity, view, source }: FoundEntity,
  id: string,
  { dimensions, signal }: { dimensions: readonly string[]; signal: AbortSignal },
): Promise<Identity> {
  const read = [...new Set([entity.label, ...dimensions])]
  const keyType = view.dimensions.find((dimension) => dimension.name === entity.key)?.type
  const sql = selectFromView({
    view,
    dialect: source.dialect,
    dimensions: read,
    where: (writer) => [keyCondition(writer.member(entity.key), id, keyType, source.dialect)],
  })
  const { columns, rows, asOf, durationMs } = await readRows(source, sql, { signal, limit: 1 })
  const [row] = rows
  if (!row) throw new GatewayError({ code: 'record-not-found', message: `There is no ${name} with the key "${id}".` })
  const fields = read.map((dimension, index) => {
    const member = view.dimensions.find((candidate) => candidate.name === dimension)
    return [dimension, { column: memberColumn(columns[index]!, member), value: row[index] ?? null }] as const
  })
  const label = fields[0]?.[1].value
  return {
    label: label === null || label === undefined ? id : String(label),
    fields: new Map(fields),
    asOf,
    durationMs,
  }
}
