import { analyzeQuery } from '@polyglot-sql/sdk'
import { polyglotDialects } from '../../guard/polyglotDialects.ts'
import { remembered } from '../../guard/remembered.ts'
import type { Dialect } from '../../sources/port.ts'
import { replaceLongLists } from './longLists.ts'

/** What a statement reads, as far as its text says. */
export type StatementReads = { tables: readonly string[]; columns: readonly string[] }

/** Tables that a statement reads, and the columns of theirs that it names anywhere; `table.*` where it takes all. */
export const readsOf: (sql: string, dialect: Dialect) => StatementReads = remembered(readText)

function readText(sql: string, dialect: Dialect): StatementReads {
  const analysis = analysisOf(sql, dialect)
  if (!analysis) return { tables: [], columns: [] }
  const tables = analysis.baseTables.map(({ name }) => name)
  const named = [
    ...analysis.projections.flatMap(({ upstream }) => upstream),
    ...(analysis.columnUses ?? []).flatMap(({ references }) => references),
  ]
  const takesAll = analysis.starProjections.length > 0
  const columns = [
    ...named.flatMap(({ table, column }) => (table ? [`${table}.${column}`] : [])),
    ...(takesAll ? tables.map((table) => `${table}.*`) : []),
  ]
  return { tables: unique(tables), columns: unique(columns) }
}

/** A parser that falls over must not cost an answer. */
function analysisOf(sql: string, dialect: Dialect) {
  try {
    const short = replaceLongLists(sql, () => '(null)')
    return analyzeQuery(short, { dialect: polyglotDialects[dialect] }).analysis
  } catch {
    return undefined
  }
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}
