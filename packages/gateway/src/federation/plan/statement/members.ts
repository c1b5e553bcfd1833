import type { Comparison, Condition, TimeRange } from '../../../ask/intent.ts'
import { compileNode } from '../../../semantic/compile/compileExpression.ts'
import { resolveMember, resolveSql } from '../../../semantic/compile/resolveExpression.ts'
import type { MetricView } from '../../../semantic/port.ts'
import { dateLiteral, literal } from '../../../semantic/sqlText.ts'
import { kindOf, type SqlNode, walkNodes } from '../../../semantic/sqlTree.ts'
import type { Dialect } from '../../../sources/port.ts'
import { type Branch, PlanError } from '../types.ts'
import { laterSql } from './grain.ts'

/** Writes members of one view for one statement, and remembers what it wrote so that the joins can be told. */
export type Writer = {
  view: MetricView
  dialect: Dialect
  member(name: string): string
  node(node: SqlNode): string
  /** The date to count by, moved when the branch is a period held against another. */
  time(shift: Branch['shift']): string
  filter(): string[]
  nodes: readonly SqlNode[]
}

/** Starts writing members of a view. */
export function createWriter(view: MetricView, dialect: Dialect, qualified: boolean): Writer {
  const nodes: SqlNode[] = []
  const node = (written: SqlNode) => {
    nodes.push(written)
    return compileNode(view, written, { dialect, qualified })
  }
  const member = (name: string) => node(memberNode(view, name))
  return {
    view,
    dialect,
    member,
    node,
    nodes,
    time(shift) {
      if (!view.timeDimension) throw new PlanError(`${view.name} has no date to count by.`)
      const date = member(view.timeDimension)
      return shift ? laterSql(date, shift.unit, dialect) : date
    },
    filter: () => (view.filter === undefined ? [] : [`(${node(resolveSql(view, view.filter))})`]),
  }
}

/** A dimension of a view, resolved. */
export function memberNode(view: MetricView, name: string): SqlNode {
  const dimension = view.dimensions.find((candidate) => candidate.name === name)
  if (!dimension) throw new PlanError(`The view "${view.name}" has no dimension "${name}".`)
  return resolveMember(view, dimension)
}

type MemberCondition = Extract<Condition, { kind: 'values' | 'compare' | 'time' }>

/** A condition on a member of the writer's own view. */
export function conditionSql(condition: MemberCondition, member: string, writer: Writer): string {
  const sql = writer.member(member)
  if (condition.kind === 'compare') return comparisonSql(sql, condition.comparison)
  if (condition.kind === 'time') {
    const inside = rangesSql(sql, condition.ranges, writer.dialect)
    return condition.exclude ? `not (${inside})` : inside
  }
  const values = condition.values.map((value) => literal(value, writer.dialect))
  const [only] = values
  const isOne = values.length === 1
  if (!condition.exclude) return isOne ? `${sql} = ${only}` : `${sql} in (${values.join(', ')})`
  return isOne ? `(${sql} <> ${only} or ${sql} is null)` : `(${sql} not in (${values.join(', ')}) or ${sql} is null)`
}

/** Rows that a measure with a filter of its own counts, or all the others. */
export function rowsSql(measureName: string, exclude: boolean, writer: Writer): string[] {
  const filter = filterOf(measureNode(writer.view, measureName))
  if (!filter) return []
  const sql = writer.node(filter)
  return [exclude ? `not coalesce(${sql}, false)` : `(${sql})`]
}

function filterOf(measure: SqlNode): SqlNode | undefined {
  const filters: SqlNode[] = []
  walkNodes(measure, (node) => {
    const filter = kindOf(node)[1].filter
    if (filter) filters.push(filter as SqlNode)
  })
  return filters[0]
}

function measureNode(view: MetricView, name: string): SqlNode {
  const measure = view.measures.find((candidate) => candidate.name === name)
  if (!measure) throw new PlanError(`The view "${view.name}" has no measure "${name}".`)
  return resolveMember(view, measure)
}

/** `sql > 5`; the numbers were checked to be numbers when the question was read. */
export function comparisonSql(sql: string, comparison: Comparison): string {
  if (comparison.operator !== 'between') return `${sql} ${comparison.operator} ${number(comparison.value)}`
  return `${sql} between ${number(comparison.value)} and ${number(comparison.upTo)}`
}

function number(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new PlanError(`"${text}" is not a number.`)
  return text
}

/** A date inside any of the ranges. */
export function rangesSql(date: string, ranges: readonly TimeRange[], dialect: Dialect): string {
  const alternatives = ranges.map(({ start, end }) =>
    [start && `${date} >= ${dateLiteral(day(start), dialect)}`, end && `${date} < ${dateLiteral(day(end), dialect)}`]
      .filter(Boolean)
      .join(' and '),
  )
  return alternatives.length === 1 ? alternatives[0]! : `(${alternatives.map((sql) => `(${sql})`).join(' or ')})`
}

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new PlanError(`"${text}" is not a day.`)
  return text
}

/** The key of one record. Keys that are numbers are written as numbers where the view says so. */
export function keySql(id: string, view: MetricView, member: string, dialect: Dialect): string {
  const type = view.dimensions.find(({ name }) => name === member)?.type
  return type === 'integer' && /^-?\d{1,18}$/.test(id) ? id : literal(id, dialect)
}
