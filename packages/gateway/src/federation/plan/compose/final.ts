import type { Intent } from '../../../ask/intent.ts'
import { sameMeasure } from '../../../ask/intent.ts'
import { columnName, identifier } from '../../../semantic/sqlText.ts'
import type { Dialect } from '../../../sources/port.ts'
import { comparisonSql } from '../statement/members.ts'
import { doubleType, writeStatement } from '../statement/statement.ts'
import { type OutputDimension, type OutputFigure, PlanError, type Statement } from '../types.ts'
import type { Relation } from './relation.ts'

export type FinalInput = {
  intent: Intent
  outputs: readonly OutputDimension[]
  figures: readonly OutputFigure[]
  relation: Relation
  dialect: Dialect
  where?: readonly string[]
}

/** Names of the columns that the answer has beside dimensions and figures. */
export const shareName = (figure: OutputFigure) => `${figure.name}_share`
export const previousName = (figure: OutputFigure) => `previous_${figure.name}`
export const changeName = (figure: OutputFigure) => `${figure.name}_change`

/** The last statement of a plan: columns in order, comparisons, shares, order and limit. */
export function writeFinal(input: FinalInput): string {
  const { intent, dialect } = input
  if (intent.countRows) return writeCount(input)
  if (!intent.share || intent.having.length === 0) return writeStatement(finalStatement(input), dialect)
  // A share is of everything that was asked about, so it is worked out before comparisons drop rows.
  const whole = writeStatement(
    { ...finalStatement(input), having: [], where: input.where ?? [], orderBy: [], limit: undefined },
    dialect,
  )
  const { select, orderBy, limit } = finalStatement(input)
  const columns = select.map(({ name }) => identifier(name, dialect))
  const kept = havingSql({ ...input, relation: namesOnly(input) })
  const statement = {
    select: columns.map((sql, index) => ({ sql, name: select[index]!.name })),
    from: 'answer',
    where: kept,
    groupBy: [],
    having: [],
    orderBy,
    limit,
  }
  return `with answer as (${whole}) ${writeStatement(statement, dialect)}`
}

function namesOnly({ relation, dialect }: FinalInput): Relation {
  return {
    ...relation,
    isAggregate: false,
    figures: new Map([...relation.figures.keys()].map((name) => [name, identifier(name, dialect)])),
  }
}

function writeCount(input: FinalInput): string {
  const { dialect, outputs, figures } = input
  const rows = writeStatement({ ...finalStatement(input), orderBy: [] }, dialect)
  const name = countName(outputs, figures)
  return `select count(*) as ${identifier(name, dialect)} from (${rows}) as counted`
}

/** What the count of rows is called: after what a row is. */
export function countName(outputs: readonly OutputDimension[], figures: readonly OutputFigure[]): string {
  const shown = outputs.find(({ role }) => role === 'dimension')
  return shown ? `${columnName(shown.title)}_count` : (figures[0]?.name ?? 'row_count')
}

/** The last statement in pieces. */
function finalStatement(input: FinalInput): Statement {
  const { intent, outputs, relation, dialect, where = [] } = input
  const dimensions = outputs.map(({ name }) => ({ sql: relation.dimensions.get(name)!, name }))
  const having = havingSql(input)
  const isGrouped = relation.isAggregate
  return {
    select: [...dimensions, ...figureColumns(input)],
    from: relation.from,
    where: isGrouped ? where : [...where, ...having],
    groupBy: relation.groupBy,
    having: isGrouped ? having : [],
    orderBy: orderSql(input, dialect),
    limit: intent.limit,
  }
}

function figureColumns(input: FinalInput): { sql: string; name: string }[] {
  const { intent, figures, dialect } = input
  const figure = figures[0]
  const columns = figures.flatMap((output) => {
    const sql = figureSql(output, input)
    const current = { sql, name: output.name }
    if (!intent.change) return [current]
    const previous = { sql: figureSql(output, input, 'previous_'), name: previousName(output) }
    if (intent.change.show === 'versus') return [current, previous]
    const change = `cast(${sql} - ${previous.sql} as ${doubleType(dialect)}) / nullif(abs(${previous.sql}), 0)`
    return [current, previous, { sql: change, name: changeName(output) }]
  })
  if (!intent.share || !figure) return columns
  const sql = figureSql(figure, input)
  const total = `nullif(sum(${sql}) over (), 0)`
  return [...columns, { sql: `cast(${sql} as ${doubleType(dialect)}) / ${total}`, name: shareName(figure) }]
}

function figureSql({ over, under }: OutputFigure, { relation, dialect }: FinalInput, prefix = ''): string {
  const over_ = figureIn(relation, `${prefix}${over.name}`)
  return under
    ? `cast(${over_} as ${doubleType(dialect)}) / nullif(${figureIn(relation, `${prefix}${under.name}`)}, 0)`
    : over_
}

function figureIn({ figures }: Relation, name: string): string {
  const sql = figures.get(name)
  if (sql === undefined) throw new PlanError(`The figure "${name}" was not planned.`)
  return sql
}

function havingSql(input: FinalInput): string[] {
  return [...presenceSql(input), ...comparisonsSql(input)]
}

/** Figures that count only some rows leave groups without any; those are no part of the answer. */
function presenceSql(input: FinalInput): string[] {
  const { intent, outputs, figures } = input
  const isPartial =
    figures.length > 0 && figures.every(({ over }) => over.additive && /\bfilter\s*\(|\bcase\b/i.test(over.expression))
  if (!isPartial || outputs.length === 0 || intent.includeEmpty || intent.having.length > 0) return []
  if (figures.every(({ over }) => over.type === 'integer')) return []
  const present = figures.map((figure) => `${figureSql(figure, input)} is not null`)
  return [present.length === 1 ? present[0]! : `(${present.join(' or ')})`]
}

function comparisonsSql(input: FinalInput): string[] {
  return input.intent.having.map(({ measure, comparison }) => {
    const figure = input.figures.find(({ use }) => sameMeasure(use, measure))
    if (!figure) throw new PlanError('A comparison names a figure that is not part of the answer.')
    return comparisonSql(figureSql(figure, input), comparison)
  })
}

function orderSql({ intent, outputs, figures }: FinalInput, dialect: Dialect): string[] {
  const shown = outputs.filter(({ role }) => role === 'dimension').map(({ name }) => name)
  const column = (name: string, descending: boolean) =>
    `${identifier(name, dialect)}${descending ? ' desc' : ''} nulls last`
  const others = (done: string) => shown.filter((name) => name !== done).map((name) => identifier(name, dialect))
  if (intent.order?.by === 'dimension') {
    const chosen = outputs.filter(({ use }) => use === intent.dimensions[(intent.order as { index: number }).index])
    const name = chosen.find(({ role }) => role === 'dimension')?.name
    if (name) return [column(name, intent.order.descending), ...others(name)]
  }
  if (outputs.length === 0) return []
  const wanted = intent.order?.by === 'measure' ? intent.order : undefined
  const figure = wanted ? figures.find(({ use }) => sameMeasure(use, wanted.measure)) : figures[0]
  const time = outputs.find(isTime)
  if (!wanted && time) return [identifier(time.name, dialect), ...others(time.name)]
  if (!figure) return shown.map((name) => identifier(name, dialect))
  return [column(figure.name, wanted?.descending ?? true), ...shown.map((name) => identifier(name, dialect))]
}

/** Whether a column is a period, so that rows stand in time's order. */
function isTime({ use, type }: OutputDimension): boolean {
  return (
    use.kind === 'time' ||
    (use.kind === 'member' && (use.grain !== undefined || type === 'date' || type === 'timestamp'))
  )
}
