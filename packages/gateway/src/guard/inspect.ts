import { isComputing, tableFunctions } from './functions.ts'
import { allowedKinds, partNames } from './kinds.ts'
import { type TableName, tableProblem } from './tables.ts'

type Json = Record<string, unknown>

/** Walks a whole syntax tree; answers the first thing in it that may not be there, in words. */
export function findProblem(tree: unknown, tables: readonly string[] | undefined): string | undefined {
  return problemIn(tree, false, { tables, commonTables: new Set() })
}

/** `commonTables` are those that may be named here: a name from elsewhere in the statement would hide a real table. */
type Scope = { tables: readonly string[] | undefined; commonTables: ReadonlySet<string> }

/** @param isRelation - Whether the value stands where a table stands. */
function problemIn(value: unknown, isRelation: boolean, scope: Scope): string | undefined {
  if (Array.isArray(value)) return firstOf(value, (item) => problemIn(item, isRelation, scope))
  if (!isRecord(value)) return undefined
  const keys = Object.keys(value)
  const kind = keys.length === 1 ? keys[0]! : undefined
  if (kind !== undefined && !partNames.has(kind)) return problemOfKind(kind, value[kind], isRelation, scope)
  return problemOfParts(value, isRelation, scope)
}

function problemOfKind(kind: string, data: unknown, isRelation: boolean, scope: Scope): string | undefined {
  if (!allowedKinds.has(kind)) return `${kind.replaceAll('_', ' ')} is not allowed`
  if (!isRecord(data)) return problemIn(data, false, scope)
  return (
    problemOfSelect(data) ??
    (kind === 'table' ? problemOfTable(data, scope) : undefined) ??
    problemOfFunction(kind, data, isRelation) ??
    problemOfParts(data, isRelation && (kind === 'alias' || kind === 'lateral' || kind === 'paren'), scope)
  )
}

/** `select … into` makes a table, `for update` takes locks; the parser calls both a select. */
function problemOfSelect({ into, locks }: Json): string | undefined {
  if (isRecord(into)) return 'into is not allowed'
  return Array.isArray(locks) && locks.length > 0 ? 'locking rows is not allowed' : undefined
}

function problemOfTable(data: Json, { tables, commonTables }: Scope): string | undefined {
  const table: TableName = { name: nameOf(data.name) ?? '', schema: nameOf(data.schema), catalog: nameOf(data.catalog) }
  if (table.schema === undefined && commonTables.has(table.name.toLowerCase())) return undefined
  return tableProblem(table, tables)
}

function problemOfFunction(kind: string, data: Json, isRelation: boolean): string | undefined {
  const isCall = kind === 'function' || kind === 'aggregate_function'
  const name = isCall ? String(data.name ?? '') : undefined
  if (name === undefined) return undefined
  if (!isComputing(name)) return `the function ${name} is not allowed`
  return isRelation && !tableFunctions.has(name.toLowerCase()) ? `the table function ${name} is not allowed` : undefined
}

function problemOfParts(parts: Json, isRelation: boolean, outer: Scope): string | undefined {
  const { with: definitions, ...rest } = parts
  const { problem, scope } = defineCommonTables(definitions, outer)
  if (problem !== undefined) return problem
  return firstOf(Object.entries(rest), ([key, value]) => {
    const holdsRelations = key === 'from' || key === 'joins' || key === 'lateral_views'
    return problemIn(value, holdsRelations || (isRelation && (key === 'this' || key === 'expressions')), scope)
  })
}

/** Each common table may name those before it, and itself only when it is recursive; otherwise it reads a real table. */
function defineCommonTables(definitions: unknown, outer: Scope): { problem?: string | undefined; scope: Scope } {
  if (!isRecord(definitions)) return { problem: problemIn(definitions, false, outer), scope: outer }
  const { ctes, ...others } = definitions
  let scope = outer
  let problem = problemIn(others, false, outer)
  for (const cte of Array.isArray(ctes) ? ctes : []) {
    const name = isRecord(cte) ? nameOf(cte.alias)?.toLowerCase() : undefined
    const inner = name === undefined ? scope : { ...scope, commonTables: new Set([...scope.commonTables, name]) }
    problem ??= problemIn(cte, false, definitions.recursive === true ? inner : scope)
    scope = inner
  }
  return { problem, scope }
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return isRecord(value) ? nameOf(value.name) : undefined
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
