import { type Sample, spreadOf } from './measure.ts'

/** Two things of one run, and what their ratio should be; or one thing that has an aim of its own. */
export type Comparison = {
  name: string
  /** Name of the sample above the line, and of the one below it. */
  over: string
  under?: string
  /** The ratio should be at most, or at least, this; with neither it is only told. */
  atMost?: number
  atLeast?: number
}

export type Compared = { name: string; median: number; lowest: number; highest: number; verdict: string }

/** The ratio round by round, so that a slow moment of the machine stands on both sides of the line. */
export function compare(samples: readonly Sample[], comparison: Comparison): Compared {
  const { name, over, under } = comparison
  const divisors = under === undefined ? [] : valuesOf(samples, under)
  const spread = spreadOf(valuesOf(samples, over).map((value, round) => value / (divisors[round] ?? 1)))
  return { name, ...spread, verdict: verdictOn(spread.median, comparison) }
}

function valuesOf(samples: readonly Sample[], wanted: string): readonly number[] {
  const sample = samples.find(({ name }) => name === wanted)
  if (!sample) throw new RangeError(`compare: nothing called ${wanted} was measured`)
  return sample.values
}

function verdictOn(median: number, { atMost, atLeast }: Comparison): string {
  if (atMost !== undefined) return `aim at most ${atMost}: ${median <= atMost ? 'met' : 'not met'}`
  if (atLeast !== undefined) return `aim at least ${atLeast}: ${median >= atLeast ? 'met' : 'not met'}`
  return ''
}

/** A table for the terminal: one line a ratio. */
export function toRatioTable(compared: readonly Compared[]): string {
  const nameWidth = Math.max(...compared.map(({ name }) => name.length))
  return compared
    .map(({ name, median, lowest, highest, verdict }) => {
      const spread = `(${toDigits(lowest)} to ${toDigits(highest)})`
      return `${name.padEnd(nameWidth)}  ${toDigits(median).padStart(6)}  ${spread.padEnd(24)}${verdict}`.trimEnd()
    })
    .join('\n')
}

function toDigits(ratio: number): string {
  return ratio === 0 || ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3)
}
