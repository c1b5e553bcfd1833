import type { Cell, RecordSummary, ToolArguments, ToolOutput } from '@lakefront/contract'
import { fold } from '../ask/read/fold.ts'
import { foldedSql } from '../ask/values/lookupSql.ts'
import { literal } from '../semantic/sqlText.ts'
import type { ToolContext } from '../tools/tool.ts'
import { entityOf, type FoundEntity } from './entityOf.ts'
import { keyCondition } from './keyCondition.ts'
import { memberColumn } from './memberColumn.ts'
import { readRows } from './readRows.ts'
import { selectFromView } from './selectFromView.ts'

/** Finds records by words in their label, whatever the case or accents, or by their key; in order of the label. */
export async function findRecords(
  input: ToolArguments<'search_records'>,
  { rooms, signal }: ToolContext,
): Promise<ToolOutput<'search_records'>> {
  const found = await entityOf(input.entity, rooms, signal)
  const { entity, view, source } = found
  const dimensions = [...new Set([entity.key, entity.label, ...(entity.summary ?? [])])]
  const sql = selectMatches(found, dimensions, input)
  const { columns, rows, asOf } = await readRows(source, sql, { signal, limit: input.limit })

  const described = dimensions.map((name, index) => ({
    name,
    index,
    column: memberColumn(
      columns[index]!,
      view.dimensions.find((dimension) => dimension.name === name),
    ),
  }))
  const at = (row: readonly Cell[], name: string) => row[dimensions.indexOf(name)] ?? null
  const records = rows.map((row): RecordSummary => {
    const id = String(at(row, entity.key))
    const fields = described.filter(({ name }) => entity.summary?.includes(name))
    return {
      entity: input.entity,
      id,
      label: String(at(row, entity.label) ?? id),
      fields: fields.map(({ column, index }) => ({ column, value: row[index] ?? null })),
    }
  })
  const total = rows[0]?.[dimensions.length]
  // A page beyond the end has no row to carry the total.
  return { records, total: total === undefined ? (input.offset === 0 ? 0 : null) : Number(total), asOf }
}

const totalColumn = 'lakefront_total'

function selectMatches(
  { entity, view, source }: FoundEntity,
  dimensions: readonly string[],
  input: ToolArguments<'search_records'>,
): string {
  const { dialect } = source
  const { query, limit, offset } = input
  const words = fold(query).split(' ').filter(Boolean)
  const keyType = view.dimensions.find(({ name }) => name === entity.key)?.type
  const sql = selectFromView({
    view,
    dialect,
    dimensions,
    where(writer) {
      if (words.length === 0) return []
      const label = foldedSql(writer.member(entity.label), dialect)
      const named = words.map((word) => `${label} like ${literal(`%${escapeLike(word)}%`, dialect)} escape '!'`)
      return [
        `(${keyCondition(writer.member(entity.key), query.trim(), keyType, dialect)} or (${named.join(' and ')}))`,
      ]
    },
    extra: [{ sql: 'count(*) over ()', name: totalColumn }],
    orderBy: (writer) => [foldedSql(writer.member(entity.label), dialect), writer.member(entity.key)],
  })
  return `${sql}\nlimit ${limit} offset ${offset}`
}

function escapeLike(word: string): string {
  return word.replace(/[!%_]/g, '!$&')
}
