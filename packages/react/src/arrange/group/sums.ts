import { fillBigints, fillNumbers, noBigints, noNumbers } from '../columns/fillVector.ts'
import type { BigintVector, NumberVector, Vector } from '../columns/vector.ts'
import { forEachIn, type Steps } from '../engine/steps.ts'

/** Which group a row counts for. */
export type GroupOf = (row: number) => number

export type Grouping = { rows: Uint32Array; groupOf: GroupOf; groupCount: number }

/** How many rows of each group have a value. */
export function* countValues({ nulls }: Vector, grouping: Grouping): Steps<Float64Array> {
  const counts = new Float64Array(grouping.groupCount)
  yield* forEachRow(grouping, (row, group) => {
    if (!nulls[row]) counts[group]!++
  })
  return counts
}

/** Exact sums as scaled integers, whatever their size. */
export function* exactSums(vector: NumberVector | BigintVector, grouping: Grouping): Steps<(group: number) => bigint> {
  const { nulls, values } = vector
  const small = new Float64Array(grouping.groupCount)
  // What did not fit a double any more.
  const carried = new Map<number, bigint>()
  const carry = (group: number, value: bigint) => carried.set(group, (carried.get(group) ?? 0n) + value)

  yield* forEachRow(grouping, (row, group) => {
    if (nulls[row]) return
    const value = values[row]!
    if (typeof value === 'bigint') return void carry(group, value)
    const next = small[group]! + value
    if (Number.isSafeInteger(next)) {
      small[group] = next
    } else {
      carry(group, BigInt(small[group]!))
      small[group] = value
    }
  })
  return (group) => BigInt(small[group]!) + (carried.get(group) ?? 0n)
}

/** Sums of floating point numbers, with what rounding lost on the way added at the end (after Neumaier). */
export function* floatSums({ nulls, values }: NumberVector, grouping: Grouping): Steps<Float64Array> {
  const sums = new Float64Array(grouping.groupCount)
  const lost = new Float64Array(grouping.groupCount)
  yield* forEachRow(grouping, (row, group) => {
    if (nulls[row]) return
    const [sum, value] = [sums[group]!, values[row]!]
    const next = sum + value
    lost[group]! += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sums[group] = next
  })
  // After an infinity there is no number to correct.
  return sums.map((sum, group) => (Number.isFinite(sum) ? sum + lost[group]! : sum))
}

export function* forEachRow({ rows, groupOf }: Grouping, run: (row: number, group: number) => void): Steps<void> {
  yield* forEachIn(0, rows.length, (index) => run(rows[index]!, groupOf(rows[index]!)))
}

/** Half of a unit is rounded away from zero. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n
  return (dividend < 0n ? dividend - half : dividend + half) / divisor
}

/** Holds scaled integers as doubles where each of them fits; `null` stays empty. */
export function* exactVector(values: readonly (bigint | null)[], scale: number): Steps<NumberVector | BigintVector> {
  const vector = noNumbers(scale)
  const isSafe = yield* fillNumbers(vector, values.length, (row) => {
    const value = values[row] === null ? null : Number(values[row])
    return value === null || Number.isSafeInteger(value) ? value : undefined
  })
  if (isSafe) return vector
  const exact = noBigints(scale)
  yield* fillBigints(exact, values.length, (row) => values[row])
  return exact
}
