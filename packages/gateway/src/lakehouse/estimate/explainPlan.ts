import type { DuckDBConnection } from '@duckdb/node-api'

/** A comparison that a scan applies, such as `order_date >= '2025-01-01'`. */
export type ScanFilter = { column: string; operator: '=' | '<' | '<=' | '>' | '>='; literal: string; type: string }

/** What one scan of DuckDB's plan reads. */
export type Scan = {
  format: string
  /** Columns that are read, for output or to filter by. */
  columns: readonly string[]
  /** Those of them that are filtered by. */
  filtered: readonly string[]
  /** Only those filters whose meaning is certain. */
  filters: readonly ScanFilter[]
}

export type ExplainedPlan = { scans: readonly Scan[]; rows: number | null }

type PlanNode = { name: string; children: PlanNode[]; extra_info: Record<string, string | string[]> }

/** Asks DuckDB what it would do. Runs nothing. */
export async function explainPlan(connection: DuckDBConnection, sql: string): Promise<ExplainedPlan> {
  const reader = await connection.runAndReadAll(`explain (format json) ${sql}`)
  const [root] = JSON.parse(String(reader.getRowsJson()[0]?.at(-1))) as PlanNode[]
  return { scans: root ? scansOf(root) : [], rows: root ? cardinality(root) : null }
}

/** Reads a scan's filter as DuckDB prints it; nothing when it is not a plain comparison with a number or a date. */
export function parseFilter(text: string): ScanFilter[] {
  const match =
    /^"?(\w+)"?(>=|<=|=|<|>)(?:(-?\d+(?:\.\d+)?)|'(\d{4}-\d{2}-\d{2}(?: [\d:.]+)?)'::(DATE|TIMESTAMP))$/.exec(
      text.trim(),
    )
  if (!match) return []
  const [, column = '', operator, number, moment, type = 'DOUBLE'] = match
  return [{ column, operator: operator as ScanFilter['operator'], literal: number ?? `'${moment}'`, type }]
}

function scansOf(node: PlanNode): Scan[] {
  const format = /^READ_(\w+)/.exec(node.name.trim().toUpperCase())?.[1]
  if (format === undefined || node.children.length > 0) return node.children.flatMap(scansOf)
  const filterTexts = listOf(node.extra_info.Filters).flatMap((text) => text.split(' AND '))
  const filtered = filterTexts.flatMap((text) => filteredColumn(text.trim()) ?? [])
  const columns = [...new Set([...listOf(node.extra_info.Projections), ...filtered])]
  return [{ format: format.toLowerCase(), columns, filtered, filters: filterTexts.flatMap(parseFilter) }]
}

/** A top-n sort narrows its scan down as it goes, by a filter that DuckDB prints as `optional: Dynamic Filter (revenue)`. */
function filteredColumn(text: string): string | undefined {
  return /^(?:optional: )?(?:Dynamic Filter \()?"?(\w+)"?/.exec(text)?.[1]
}

function listOf(value: string | string[] | undefined): string[] {
  if (value === undefined || value === '') return []
  return Array.isArray(value) ? value : value.split('\n')
}

function cardinality({ extra_info }: PlanNode): number | null {
  const text = extra_info['Estimated Cardinality']
  return typeof text === 'string' && text !== '' ? Number(text) : null
}
