import type { Column } from '@lakefront/contract'
import { noNumbers } from '../columns/fillVector.ts'
import type { BigintVector, NumberVector, Vector } from '../columns/vector.ts'
import { forEachIn, type Steps } from '../engine/steps.ts'
import { radixSort } from '../sort/radixSort.ts'
import type { AggregateName } from '../types.ts'
import { type AggregateValues, noRow } from './aggregateValues.ts'
import { countValues, divideRounded, exactSums, exactVector, floatSums, forEachRow, type Grouping } from './sums.ts'
import { valueCodes } from './valueCodes.ts'

/** Digits that an average has more than its column. */
const extraDigits = 4

/**
 * Works an aggregate out for each group. What is empty is left out; a sum or an average of no numbers is empty.
 *
 * @param comesBefore - Whether a row comes before another in the column's own order.
 */
export function aggregateOf(
  name: AggregateName,
  { type }: Column,
  vector: Vector,
  grouping: Grouping,
  comesBefore: (row: number, other: number) => boolean,
): Steps<AggregateValues> {
  const isNumeric = type === 'integer' || type === 'decimal' || type === 'float'
  switch (name) {
    case 'count':
      return count(vector, grouping)
    case 'distinct-count':
      return distinctCount(vector, grouping)
    case 'minimum':
      return outermost(vector, grouping, comesBefore)
    case 'maximum':
      return outermost(vector, grouping, (row, other) => comesBefore(other, row))
    default:
      // Among no rows none is outermost: texts and dates have no sum.
      if (!isNumeric || vector.kind === 'texts') return outermost(vector, { ...grouping, rows: noRows }, comesBefore)
      return vector.scale === null ? floatAggregate(name, vector, grouping) : exactAggregate(name, vector, grouping)
  }
}

const noRows = new Uint32Array()

function* count(vector: Vector, grouping: Grouping): Steps<AggregateValues> {
  return numbers(yield* countValues(vector, grouping))
}

/** Rows are put so that those of one group with one value are neighbours, and each first one is counted. */
function* distinctCount(vector: Vector, grouping: Grouping): Steps<AggregateValues> {
  const { codes } = yield* valueCodes(vector, vector.length)
  const groups = new Uint32Array(codes.length)
  yield* forEachRow(grouping, (row, group) => {
    groups[row] = group
  })
  const counts = new Float64Array(grouping.groupCount)
  let before: number | undefined
  yield* forEachRow({ ...grouping, rows: yield* radixSort(grouping.rows, [codes, groups]) }, (row, group) => {
    const isSame = before !== undefined && groups[before] === group && codes[before] === codes[row]
    if (!isSame && !vector.nulls[row]) counts[group]!++
    before = row
  })
  return numbers(counts)
}

/** The row of each group that comes before all others. */
function* outermost(
  { nulls }: Vector,
  grouping: Grouping,
  comesBefore: (row: number, other: number) => boolean,
): Steps<AggregateValues> {
  const rows = new Uint32Array(grouping.groupCount).fill(noRow)
  yield* forEachRow(grouping, (row, group) => {
    if (!nulls[row] && (rows[group] === noRow || comesBefore(row, rows[group]!))) rows[group] = row
  })
  return { kind: 'rows', rows }
}

function* floatAggregate(
  name: 'sum' | 'average',
  vector: NumberVector | BigintVector,
  grouping: Grouping,
): Steps<AggregateValues> {
  const counts = yield* countValues(vector, grouping)
  const sums = yield* floatSums(vector as NumberVector, grouping)
  const values = name === 'sum' ? sums : sums.map((sum, group) => sum / counts[group]!)
  return { ...numbers(values), nulls: Uint8Array.from(counts, (valueCount) => Number(valueCount === 0)) }
}

function* exactAggregate(
  name: 'sum' | 'average',
  vector: NumberVector | BigintVector,
  grouping: Grouping,
): Steps<AggregateValues> {
  const scale = vector.scale ?? 0
  const counts = yield* countValues(vector, grouping)
  const sumOf = yield* exactSums(vector, grouping)
  const average = (group: number) => divideRounded(sumOf(group) * 10n ** BigInt(extraDigits), BigInt(counts[group]!))
  const resultOf = name === 'sum' ? sumOf : average
  const values: (bigint | null)[] = []
  yield* forEachIn(0, counts.length, (group) => {
    values.push(counts[group] === 0 ? null : resultOf(group))
  })
  return yield* exactVector(values, name === 'sum' ? scale : scale + extraDigits)
}

function numbers(values: Float64Array): NumberVector {
  return { ...noNumbers(null), length: values.length, nulls: new Uint8Array(values.length), values }
}

/** The values of some groups, in their order. */
export function* takeGroups(values: AggregateValues, order: Uint32Array): Steps<AggregateValues> {
  if (values.kind === 'rows') return { kind: 'rows', rows: order.map((group) => values.rows[group]!) }
  const nulls = new Uint8Array(order.length)
  const taken: typeof values.values = values.kind === 'bigints' ? [] : new Float64Array(order.length)
  yield* forEachIn(0, order.length, (place) => {
    nulls[place] = values.nulls[order[place]!]!
    taken[place] = values.values[order[place]!]!
  })
  return { ...values, nulls, values: taken } as AggregateValues
}
