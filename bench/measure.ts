import { setTimeout as delay } from 'node:timers/promises'
import { collectGarbage } from './collectGarbage.ts'

/** Servers of one arm may still be collecting its garbage when the next one starts. */
const restMs = 250

/** What a figure is counted in; nothing for what is only counted. */
export type Unit = 'ms' | 'MB' | 'kB' | ''

/** One thing, as it was measured each time. */
export type Sample = { name: string; unit: Unit; values: readonly number[] }

/** What one try has measured, by name. A plain number is milliseconds. */
export type Figures = Readonly<Record<string, number | { value: number; unit: Unit }>>

export type Spread = { median: number; lowest: number; highest: number }

/** Median, lowest and highest: with a handful of runs on a shared machine, a mean would say less. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('spreadOf: nothing was measured')
  const sorted = values.toSorted((left, right) => left - right)
  const middle = sorted.length / 2
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2
  return { median, lowest: sorted[0]!, highest: sorted.at(-1)! }
}

/** The value that this share of all does not exceed. */
export function percentileOf(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('percentileOf: nothing was measured')
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!
}

/**
 * Runs the given things by turns, so that a slow moment of the machine falls on all of them, and in another order each
 * time, so that what one leaves behind does not always fall on the same.
 *
 * @param things - Each gives one or several named figures, the same names each time.
 * @param options.warmUps - Rounds that are run and not counted.
 */
export async function takeTurns(
  things: readonly (() => Promise<Figures>)[],
  { repeats, warmUps = 1 }: { repeats: number; warmUps?: number },
): Promise<Sample[]> {
  const arms = things.map((thing) => ({ thing, samples: new Map<string, { unit: Unit; values: number[] }>() }))
  for (let round = -warmUps; round < repeats; round += 1) {
    for (const { thing, samples } of shuffled(arms)) {
      collectGarbage()
      await delay(restMs)
      for (const [name, figure] of Object.entries(await thing())) {
        const { value, unit } = typeof figure === 'number' ? { value: figure, unit: 'ms' as const } : figure
        const sample = samples.get(name) ?? { unit, values: [] }
        samples.set(name, sample)
        if (round >= 0) sample.values.push(value)
      }
    }
  }
  return arms.flatMap(({ samples }) => [...samples].map(([name, sample]) => ({ name, ...sample })))
}

function shuffled<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, place: Math.random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ value }) => value)
}

/** A table for the terminal: one line a sample. */
export function toTable(samples: readonly Sample[]): string {
  const head = ['', 'median', 'lowest', 'highest']
  const lines = samples.map(({ name, unit, values }) => {
    const { median, lowest, highest } = spreadOf(values)
    return [name, ...[median, lowest, highest].map((value) => describe(value, unit))]
  })
  const nameWidth = Math.max(...lines.map(([name]) => name!.length))
  return [head, ...lines]
    .map(([name, ...figures]) => [name!.padEnd(nameWidth), ...figures.map((figure) => figure.padStart(13))].join(''))
    .join('\n')
}

const describe = (value: number, unit: Unit) => (unit === '' ? value.toFixed(0) : `${value.toFixed(1)} ${unit}`)
