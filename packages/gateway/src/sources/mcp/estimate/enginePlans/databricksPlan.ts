import { type EnginePlan, upperBound } from './port.ts'

const unitBytes: Record<string, number> = {
  B: 1,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
  PiB: 1024 ** 5,
  EiB: 1024 ** 6,
}
/** Spark gives a table without statistics the largest size there is (`spark.sql.defaultSizeInBytes`, 8 EiB). */
const unknownBytes = 8 * 1024 ** 6

/**
 * Databricks and Spark: `EXPLAIN COST` writes `Statistics(sizeInBytes=65.3 MiB, rowCount=2.00E+6)` behind each node of the
 * optimised plan. Relations are what is read; each counts whole, since pruning of files happens later.
 *
 * @see https://docs.databricks.com/aws/en/sql/language-manual/sql-ref-syntax-qry-explain
 */
export const databricksPlan: EnginePlan = {
  explain: (sql) => `EXPLAIN COST ${sql}`,
  read(reply) {
    const [, plan = ''] = reply.split('== Optimized Logical Plan ==')
    const nodes = plan
      .split('== Physical Plan ==')[0]!
      .split('\n')
      .filter((line) => line.includes('Statistics('))
    const relations = nodes.filter((line) => /\b(Relation|LogicalRelation|DataSourceV2ScanRelation)\b/.test(line))
    const sizes = relations.map(sizeInBytes)
    if (nodes.length === 0 || sizes.some((size) => size === undefined || size >= unknownBytes)) return undefined
    const bytes = sizes.reduce<number>((sum, size) => sum + size!, 0)
    return upperBound(bytes, { rows: rowCount(nodes[0]!), basis: 'sizes of the tables in Databricks’ plan' })
  },
}

function sizeInBytes(node: string): number | undefined {
  const [, amount, unit = ''] = /sizeInBytes=([\d.]+(?:E[+-]?\d+)?) (\w+)/.exec(node) ?? []
  const factor = unitBytes[unit]
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor
}

function rowCount(node: string): number | null {
  const [, rows] = /rowCount=([\d.]+(?:E[+-]?\d+)?)/.exec(node) ?? []
  return rows === undefined ? null : Number(rows)
}
