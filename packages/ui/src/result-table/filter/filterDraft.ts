import type { Cell, Column } from '@lakefront/react'
import { isNumberColumn } from '../../format/number.ts'
import type { FilterCondition } from '../view/types.ts'
import { fieldOfTime, type TimeSettings, timeOfField } from './fieldTime.ts'
import { readNumber, writeNumber } from './readNumber.ts'

export type FilterOperator = FilterCondition['operator']

/** A filter as it stands in its form. */
export type FilterDraft = {
  operator: FilterOperator
  text: string
  low: string
  high: string
  values: readonly Cell[]
}

/** What may be asked of a column, the likeliest first. */
export function operatorsFor(column: Column): readonly FilterOperator[] {
  if (isNumberColumn(column)) return ['between', 'one-of', 'empty', 'not-empty']
  if (isTime(column)) return ['between', 'empty', 'not-empty']
  if (column.type === 'boolean') return ['one-of', 'empty', 'not-empty']
  if (column.type === 'text') return ['contains', 'one-of', 'is', 'is-not', 'empty', 'not-empty']
  return ['contains', 'empty', 'not-empty']
}

/** Whether a column says when. */
function isTime({ type }: Column): boolean {
  return type === 'date' || type === 'timestamp'
}

export type DraftSettings = TimeSettings & { locale: string }

/** The form for a condition; without one, an empty form for the likeliest. */
export function draftOf(column: Column, condition: FilterCondition | undefined, settings: DraftSettings): FilterDraft {
  const empty: FilterDraft = { operator: operatorsFor(column)[0]!, text: '', low: '', high: '', values: [] }
  if (!condition) return empty
  if (condition.operator !== 'between') return { ...empty, ...condition }
  const write = (value: string | null) => (value === null ? '' : writeEnd(column, value, settings))
  return { ...empty, operator: 'between', low: write(condition.low), high: write(condition.high) }
}

function writeEnd(column: Column, value: string, settings: DraftSettings): string {
  if (isNumberColumn(column)) return writeNumber(value, column, settings.locale)
  return column.type === 'timestamp' ? fieldOfTime(value, settings) : value
}

/** What a form asks for: `undefined` when it asks for nothing, `invalid` when it cannot be read. */
export function conditionOf(
  column: Column,
  draft: FilterDraft,
  settings: DraftSettings,
): FilterCondition | undefined | 'invalid' {
  const { operator, text, values } = draft
  switch (operator) {
    case 'empty':
    case 'not-empty':
      return { operator }
    case 'one-of':
      return values.length > 0 ? { operator, values } : undefined
    case 'between':
      return rangeOf(column, draft, settings)
    default:
      return text.trim() === '' ? undefined : { operator, text: text.trim() }
  }
}

function rangeOf(column: Column, draft: FilterDraft, settings: DraftSettings) {
  const low = readEnd(column, draft.low, 'low', settings)
  const high = readEnd(column, draft.high, 'high', settings)
  if (low === undefined || high === undefined) return 'invalid'
  return low === null && high === null ? undefined : { operator: 'between' as const, low, high }
}

/** One end of a range; `null` when it is open, `undefined` when it cannot be read. */
function readEnd(
  column: Column,
  text: string,
  end: 'low' | 'high',
  settings: DraftSettings,
): string | null | undefined {
  if (text.trim() === '') return null
  if (isNumberColumn(column)) return readNumber(text, column, settings.locale)
  return column.type === 'timestamp' ? timeOfField(text, end, settings) : text
}
