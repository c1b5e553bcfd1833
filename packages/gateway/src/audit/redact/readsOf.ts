import { analyzeQuery } from '@polyglot-sql/sdk'
import { polyglotDialects } from '../../guard/polyglotDialects.ts'
import { remembered } from '../../guard/remembered.ts'
import type { Dialect } from '../../sources/port.ts'
import { branchesOf } from './branchesOf.ts'
import { replaceLongLists } from './longLists.ts'

/** What a statement reads, as far as its text says. */
export type StatementReads = { tables: readonly string[]; columns: readonly string[] }

/** Tables that a statement reads, and the columns of theirs that it names anywhere; `table.*` where it takes all. */
export const readsOf: (sql: string, dialect: Dialect) => StatementReads = remembered((sql, dialect) => {
  const short = replaceLongLists(sql, () => '(null)')
  // The parser takes the square of a union's parts to read them together.
  const parts = branchesOf(short, dialect).map((branch) => readsOfBranch(branch, dialect))
  const all = parts.includes(undefined) ? [readBranch(short, dialect)] : parts
  return {
    tables: unique(all.flatMap((reads) => reads?.tables ?? [])),
    columns: unique(all.flatMap((reads) => reads?.columns ?? [])),
  }
})

const readsOfBranch: (sql: string, dialect: Dialect) => StatementReads | undefined = remembered(readBranch)

function readBranch(sql: string, dialect: Dialect): StatementReads | undefined {
  const analysis = analysisOf(sql, dialect)
  if (!analysis) return undefined
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
  return { tables, columns }
}

/** A parser that falls over must not cost an answer. */
function analysisOf(sql: string, dialect: Dialect) {
  try {
    return analyzeQuery(sql, { dialect: polyglotDialects[dialect] }).analysis
  } catch {
    return undefined
  }
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}
