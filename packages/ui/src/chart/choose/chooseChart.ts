import type { VisibleColumn } from '../../result-table/ResultTableContext.ts'
import { toPixelNumber } from '../layout/toPixelNumber.ts'
import type { Chart, ChartRows } from '../types.ts'
import { type ColumnRoles, columnRoles } from './columnRoles.ts'

/** More cannot be told apart, by colour or by eye. */
const mostSeries = 8
const mostBars = 30
const mostStackedBars = 30
const mostPoints = 1_000
const fewestPoints = 3
/** Looking through more would hold up the page. Of a larger result the first rows are drawn, which is said. */
const mostRowsRead = 10_000
const mostLinePoints = 2_000

/** The chart that fits a result by the roles, types and cardinality of its columns; `undefined` when none does. */
export function chooseChart(rows: ChartRows): Chart | undefined {
  if (rows.rowCount > mostRowsRead) return choosePart(rows)
  if (rows.rowCount === 0) return undefined
  const roles = columnRoles(rows)
  const [first] = roles.measures
  if (!first || roles.measures.every((measure) => isEmpty(rows, measure))) return undefined
  if (rows.rowCount === 1) return figure(rows, roles, first)
  if (roles.times.length === 1) return line(rows, roles, first)
  if (roles.times.length > 1) return undefined
  return shares(rows, roles) ?? parts(rows, roles, first) ?? scatter(rows, roles) ?? bars(rows, roles, first)
}

/** Of a part only what does not speak of the whole: no largest, no shares. */
function choosePart(rows: ChartRows): Chart | undefined {
  const chart = chooseChart({ ...rows, rowCount: mostRowsRead })
  if (!chart || chart.kind === 'figure' || chart.kind === 'stack') return undefined
  const places = chart.cut === 'largest' ? all(rows, mostBars).places : chart.places
  return { ...chart, places, rowCount: rows.rowCount, cut: 'first' }
}

function figure(rows: ChartRows, { measures, change }: ColumnRoles, measure: VisibleColumn): Chart | undefined {
  const previous = previousOf(measure, measures)
  if (measures.some((other) => other !== measure && other !== previous)) return undefined
  return { kind: 'figure', measure, previous, change, ...all(rows) }
}

function line(rows: ChartRows, roles: ColumnRoles, first: VisibleColumn): Chart | undefined {
  const { times, categories, measures } = roles
  const [time] = times as [VisibleColumn]
  const [series] = categories
  if (categories.length > 1 || distinct(rows, time) < 2) return undefined
  const lines = series ? [first] : measures.filter((measure) => isSameUnit(measure, first)).slice(0, mostSeries)
  if (series && distinct(rows, series) > mostSeries) return undefined
  if (!isUnique(rows, series ? [time, series] : [time])) return undefined
  const drawn = rows.rowCount > mostLinePoints ? firstOf(rows, mostLinePoints) : all(rows)
  return { kind: 'line', time, series, measures: lines, ...drawn }
}

/** Shares of one whole: every part there, none below zero. */
function shares(rows: ChartRows, { categories, share }: ColumnRoles): Chart | undefined {
  const [part] = categories
  if (!share || !part || categories.length > 1 || rows.rowCount > mostSeries) return undefined
  const values = numbersOf(rows, share)
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const isWhole = values.every((value) => value !== null && value >= 0) && Math.abs(total - 1) < 0.005
  return isWhole && isUnique(rows, [part]) ? { kind: 'stack', part, measure: share, ...all(rows) } : undefined
}

/** Two dimensions and an amount that adds up: a bar for each value of the one, parted by the other. */
function parts(rows: ChartRows, { categories, measures }: ColumnRoles, measure: VisibleColumn): Chart | undefined {
  const [one, other] = categories
  if (!one || !other || categories.length > 2 || measures.length > 1 || !addsUp(measure)) return undefined
  const [category, part] = distinct(rows, other) <= mostSeries ? [one, other] : [other, one]
  if (distinct(rows, part) > mostSeries || distinct(rows, category) > mostStackedBars) return undefined
  return isUnique(rows, [category, part]) ? { kind: 'stack', category, part, measure, ...all(rows) } : undefined
}

function scatter(rows: ChartRows, { measures, categories }: ColumnRoles): Chart | undefined {
  const [x, y, third] = measures
  if (!x || !y || third || previousOf(x, measures) || rows.rowCount < fewestPoints || categories.length > 1) {
    return undefined
  }
  const drawn = rows.rowCount > mostPoints ? firstOf(rows, mostPoints) : all(rows)
  return { kind: 'scatter', label: categories[0], x, y, ...drawn }
}

function bars(rows: ChartRows, { categories, measures }: ColumnRoles, measure: VisibleColumn): Chart | undefined {
  const [category] = categories
  if (!category || categories.length > 1) return undefined
  const drawn = rows.rowCount > mostBars ? leading(rows, measure) : all(rows)
  return { kind: 'bar', category, measure, previous: previousOf(measure, measures), ...drawn }
}

/** The first bars when the table is in order of the measure, upwards or downwards; else the largest. */
function leading(rows: ChartRows, measure: VisibleColumn) {
  const values = numbersOf(rows, measure).map((value) => value ?? Number.NEGATIVE_INFINITY)
  const downwards = values.every((value, place) => place === 0 || value <= values[place - 1]!)
  const upwards = numbersOf(rows, measure).every(
    (value, place, all) => value === null || value >= (all[place - 1] ?? value),
  )
  if (upwards && !downwards) return firstOf(rows, mostBars)
  const places = values.map((_, place) => place).sort((left, right) => values[right]! - values[left]!)
  return { places: places.slice(0, mostBars), rowCount: rows.rowCount, cut: 'largest' as const }
}

const all = ({ rowCount }: ChartRows, most = rowCount) => ({
  places: Array.from({ length: Math.min(rowCount, most) }, (_, place) => place),
  rowCount,
})

const firstOf = (rows: ChartRows, count: number) => ({
  ...all(rows, count),
  cut: 'first' as const,
})

const previousOf = ({ name }: VisibleColumn, measures: readonly VisibleColumn[]) =>
  measures.find((measure) => measure.name === `previous_${name}`)

const isSameUnit = (one: VisibleColumn, other: VisibleColumn) =>
  one.unit === other.unit && one.currency === other.currency

const addsUp = ({ unit }: VisibleColumn) => unit === 'currency' || unit === 'count' || unit === 'bytes'

const numbersOf = (rows: ChartRows, column: VisibleColumn) =>
  all(rows).places.map((place) => toPixelNumber(rows.valueAt(place, column)))

const isEmpty = (rows: ChartRows, column: VisibleColumn) => numbersOf(rows, column).every((value) => value === null)

/** Cells are simple values: together with what separates them they are told apart as text. */
const keysOf = (rows: ChartRows, columns: readonly VisibleColumn[]) =>
  new Set(
    all(rows).places.map((place) => columns.map((column) => rows.valueAt(place, column) ?? '\u0001').join('\u0000')),
  )

const distinct = (rows: ChartRows, column: VisibleColumn) => keysOf(rows, [column]).size

const isUnique = (rows: ChartRows, columns: readonly VisibleColumn[]) => keysOf(rows, columns).size === rows.rowCount
