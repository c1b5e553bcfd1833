import type { Cell, Column, Warning } from '@lakefront/contract'
import { lowerFirst, plural } from '../../federation/plan/answer/explain.ts'
import { singular } from '../../federation/plan/answer/outputs.ts'
import type { Intent } from '../intent.ts'
import type { Finding } from '../port.ts'
import { countInWords, escapeMarkdown, formatNumber, formatPercent, formatShort } from './format.ts'

export type DescribedResult = {
  columns: readonly Column[]
  rows: readonly Cell[][]
  rowCount: number
  /** There are more rows than `rowCount`, here or at the source; how many is not known. */
  truncated: boolean
}

/** Whether rows were left unseen, of which nothing may be said. */
const isPart = ({ rows, rowCount, truncated }: DescribedResult) => truncated || rows.length < rowCount

/** Says in a few sentences what the rows show; of rows it has not seen it says nothing. */
export function describeResult(intent: Intent, title: string, result: DescribedResult): Finding {
  return { text: sentences(intent, title, result).join(' '), warnings: unmatched(result) }
}

function sentences(intent: Intent, title: string, result: DescribedResult): string[] {
  const { rows, columns, rowCount, truncated } = result
  if (rowCount === 0) return truncated ? [] : [nothing(intent, title)]
  const shown = columns.findIndex(({ role, opens }) => role === 'dimension' && opens)
  const label = shown >= 0 ? shown : columns.findIndex(({ role }) => role === 'dimension')
  const figure = columns.findIndex(({ role }) => role === 'measure')
  if (figure < 0) return [list(intent, result, label)]
  if (intent.rowsTitle !== undefined) return [list(intent, result, label), leader(intent, result, label, figure)]
  if (label < 0) return [single(intent, columns, rows[0] ?? [])]
  if (isPart(result))
    return [
      `${truncated ? 'At least ' : ''}**${rowCount.toLocaleString('en-US')}** rows: ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
      leader(intent, result, label, figure),
    ]
  return [
    total(intent, result, label, figure),
    leader(intent, result, label, figure),
    negatives(intent, result, label, figure),
  ].filter((text) => text !== '')
}

function nothing(intent: Intent, title: string): string {
  const scope = scopeOf(intent)
  return `No rows: there is nothing to show for ${lowerFirst(title)}${scope}.`
}

function single(intent: Intent, columns: readonly Column[], row: readonly Cell[]): string {
  const figures = columns.flatMap((column, index) => {
    if (column.role !== 'measure' && column.role !== 'change') return []
    const value = row[index] ?? null
    return [`${column.title ?? column.name}: **${value === null ? 'nothing' : formatNumber(value, column)}**`]
  })
  return `${figures.join(', ')}${scopeOf(intent)}${timeOf(intent)}.`
}

/** A list of one says it; a longer one is counted. */
function list(intent: Intent, { columns, rows, rowCount, truncated }: DescribedResult, label: number): string {
  const noun = (intent.list?.title ?? intent.rowsTitle ?? columns[label]?.title ?? 'row').toLowerCase()
  const shown = rows[0]?.[label]
  const scope = scopeOf(intent)
  if (rowCount === 1 && intent.rowsTitle === undefined && typeof shown === 'string') {
    return `${upperFirst(singular(noun))}${scope}: **${escapeMarkdown(shown)}**.`
  }
  const count = rowCount === 1 ? `**One** ${singular(noun)}` : `**${rowCount.toLocaleString('en-US')}** ${plural(noun)}`
  return `${truncated ? 'At least ' : ''}${count}${scope}${timeOf(intent)}.`
}

function total(intent: Intent, { columns, rows, rowCount }: DescribedResult, label: number, figure: number): string {
  const column = columns[figure]!
  const noun = (columns[label]!.title ?? 'row').toLowerCase()
  const count = `${countInWords(rowCount)} ${rowCount === 1 ? noun : plural(noun)}`
  const share = columns.some(({ role }) => role === 'share')
  if (!share || intent.limit !== undefined) return ''
  const sum = rows.reduce((sum, row) => sum + Number(row[figure] ?? 0), 0)
  const start = `${scopeName(intent)}${count}`
  return `${start.charAt(0).toUpperCase()}${start.slice(1)} ${rowCount === 1 ? 'has' : 'have'} **${formatShort(sum, column)}** in ${lowerFirst(column.title ?? column.name)}${timeOf(intent)}.`
}

function scopeName({ conditions }: Intent): string {
  const values = conditions.flatMap((condition) =>
    condition.kind === 'values' && !condition.exclude ? [condition.values] : [],
  )
  const [only] = values
  if (values.length !== 1 || only?.length !== 1) return ''
  const name = escapeMarkdown(only[0]!)
  return `${name}${/s$/i.test(name) ? '’' : '’s'} `
}

function leader(intent: Intent, result: DescribedResult, label: number, figure: number): string {
  const { columns, rows } = result
  const column = columns[figure]!
  const isRanked = intent.order === undefined || intent.order.by === 'measure'
  const isSeries = intent.dimensions.some(({ kind }) => kind === 'time')
  const isFromTop = isRanked && !isSeries
  // Of rows in another order the highest is known only when all of them were seen.
  if (!isFromTop && isPart(result)) return ''
  const row = isFromTop ? rows[0] : best(rows, figure)
  if (!row || row[figure] === null || row[figure] === undefined) return ''
  const value = `**${formatNumber(row[figure], column)}**`
  const name = nameOf(row, columns, label)
  if (!isFromTop) return `The highest is ${name} with ${value}.`
  if (rows.every((other) => Number(other[figure]) === Number(row[figure])) && rows.length > 1) {
    return `${isPart(result) ? 'The first of them have' : 'All of them have'} ${value}.`
  }
  if (intent.order && !intent.order.descending) return `${name} is lowest with ${value}.`
  if (rows.length === 1) return `${name}: ${value}.`
  const share = columns.findIndex(({ role }) => role === 'share')
  const part = share >= 0 && typeof row[share] === 'number' ? formatPercent(row[share]) : undefined
  return `${name} leads with ${part ?? value}${part ? ` (${value})` : ''}.`
}

/** What tells the row apart: all its dimensions, the main one first. */
function nameOf(row: readonly Cell[], columns: readonly Column[], label: number): string {
  const others = columns.flatMap(({ role }, index) => (role === 'dimension' && index !== label ? [index] : []))
  return [label, ...others].map((index) => escapeMarkdown(String(row[index] ?? '(none)'))).join(', ')
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function best(rows: readonly Cell[][], figure: number): readonly Cell[] | undefined {
  return rows.reduce<readonly Cell[] | undefined>((best, row) => {
    const isBetter = row[figure] !== null && (best === undefined || Number(row[figure]) > Number(best[figure]))
    return isBetter ? row : best
  }, undefined)
}

function negatives(intent: Intent, { columns, rows }: DescribedResult, label: number, figure: number): string {
  const { unit } = columns[figure]!
  const count = rows.filter((row) => row[figure] !== null && Number(row[figure]) < 0).length
  if (count === 0 || count === rows.length || unit === 'count') return ''
  const noun = (intent.dimensions.length > 1 ? 'row' : (columns[label]!.title ?? 'row')).toLowerCase()
  const words = `${countInWords(count)} ${count === 1 ? noun : plural(noun)} ${count === 1 ? 'is' : 'are'} below zero`
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

function scopeOf({ conditions }: Intent): string {
  const values = conditions.flatMap((condition) => {
    if (condition.kind === 'record') return [condition.label]
    return condition.kind === 'values' && !condition.exclude ? [condition.values.join(' or ')] : []
  })
  return values.length > 0 ? ` for ${values.map(escapeMarkdown).join(', ')}` : ''
}

function timeOf({ ranges }: Intent): string {
  return ranges.length > 0
    ? ` in ${ranges.map(({ label }) => label).join(' or ')}`.replace(
        / in (the|this|last|since|before|after|until|yesterday|today)/,
        ' $1',
      )
    : ''
}

function unmatched({ columns, rows }: DescribedResult): Warning[] {
  const missing = columns.flatMap((column, index) => {
    if (column.role !== 'dimension') return []
    const found = rows.find((row) => typeof row[index] === 'string' && /^\(not in .+\)$/.test(row[index]))
    return found ? [{ title: column.title ?? column.name, text: String(found[index]) }] : []
  })
  return missing.map(({ title, text }) => ({
    code: 'unmatched-keys',
    message: `Some rows have a key that no record has; under ${title.toLowerCase()} they are shown as ${text}.`,
  }))
}
