import type { Column } from '@lakefront/contract'
import { valueOfText } from '../columns/valueOfText.ts'
import type { BigintVector, NumberVector, TextVector, Vector } from '../columns/vector.ts'
import { forEachIn, type Steps } from '../engine/steps.ts'
import type { ColumnFilter } from '../types.ts'
import { foldText } from './foldText.ts'
import { type ReaderSettings, valueMatcher } from './shownText.ts'

export type FilterTools = ReaderSettings & {
  compareTexts(left: string, right: string): number
  /** The texts of a column as they are searched in. */
  foldedTexts(vector: TextVector): Steps<readonly string[]>
}

type Passes = (row: number) => boolean

/** Those of the rows that pass. */
export function* keepPassing(rows: Uint32Array, passes: Passes): Steps<Uint32Array> {
  const kept = new Uint32Array(rows.length)
  let count = 0
  yield* forEachIn(0, rows.length, (index) => {
    if (passes(rows[index]!)) kept[count++] = rows[index]!
  })
  return kept.subarray(0, count)
}

/** Whether a row passes a filter. */
export function* filterOf(column: Column, vector: Vector, filter: ColumnFilter, tools: FilterTools): Steps<Passes> {
  const isNull: Passes = (row) => vector.nulls[row] === 1
  switch (filter.operator) {
    case 'empty':
      return isNull
    case 'not-empty':
      return (row) => !isNull(row)
    case 'is-not': {
      const is = yield* filterOf(column, vector, { ...filter, operator: 'is' }, tools)
      return (row) => !is(row)
    }
    case 'one-of': {
      const withNull = filter.values.includes(null)
      const texts = filter.values.filter((value) => value !== null).map(String)
      const isOne = vector.kind === 'texts' ? yield* textAmong(vector, texts) : valueAmong(column, vector, texts)
      return (row) => (isNull(row) ? withNull : isOne(row))
    }
    default: {
      const passes =
        vector.kind === 'texts' ? yield* textFilter(vector, filter, tools) : valueFilter(column, vector, filter, tools)
      return (row) => !isNull(row) && passes(row)
    }
  }
}

type TextOrRange = Extract<ColumnFilter, { operator: 'contains' | 'is' | 'is-not' | 'between' }>

/** Decides once for each distinct text. */
function* textFilter(vector: TextVector, filter: TextOrRange, tools: FilterTools): Steps<Passes> {
  const passing = new Uint8Array(vector.texts.length)
  if (filter.operator === 'between') {
    const { low, high } = filter
    yield* forEachIn(0, passing.length, (code) => {
      const text = vector.texts[code]!
      const aboveLow = low === null || tools.compareTexts(text, low) >= 0
      passing[code] = Number(aboveLow && (high === null || tools.compareTexts(text, high) <= 0))
    })
  } else {
    const needle = foldText(filter.text)
    const folded = yield* tools.foldedTexts(vector)
    const whole = filter.operator === 'is'
    yield* forEachIn(0, passing.length, (code) => {
      passing[code] = Number(whole ? folded[code] === needle : folded[code]!.includes(needle))
    })
  }
  return (row) => passing[vector.codes[row]!] === 1
}

function valueFilter(
  column: Column,
  vector: NumberVector | BigintVector,
  filter: TextOrRange,
  settings: ReaderSettings,
): Passes {
  switch (filter.operator) {
    case 'contains':
      return valueMatcher(column, vector, filter.text, settings)
    case 'between':
      return between(column, vector, filter.low, filter.high)
    default:
      return valueAmong(column, vector, [filter.text])
  }
}

/** An end that is no value of the column's kind lets nothing pass. */
function between(column: Column, vector: NumberVector | BigintVector, low: string | null, high: string | null): Passes {
  const lowest = low === null ? -Infinity : valueOfText(column, vector, low, 'up')
  const highest = high === null ? Infinity : valueOfText(column, vector, high, 'down')
  if (lowest === undefined || highest === undefined) return () => false
  const { values } = vector
  return (row) => values[row]! >= lowest && values[row]! <= highest
}

function* textAmong({ texts, codes }: TextVector, among: readonly string[]): Steps<Passes> {
  const wanted = new Set(among)
  const passing = new Uint8Array(texts.length)
  yield* forEachIn(0, texts.length, (code) => {
    passing[code] = Number(wanted.has(texts[code]!))
  })
  return (row) => passing[codes[row]!] === 1
}

function valueAmong(column: Column, vector: NumberVector | BigintVector, texts: readonly string[]): Passes {
  const wanted = new Set(texts.map((text) => exactValue(column, vector, text)))
  return (row) => wanted.has(vector.values[row]!)
}

/** `undefined` also for a value between two that the column can hold. */
function exactValue(column: Column, vector: NumberVector | BigintVector, text: string) {
  const [above, below] = [valueOfText(column, vector, text, 'up'), valueOfText(column, vector, text, 'down')]
  return Object.is(above, below) ? above : undefined
}
