import { collectGarbage } from './collectGarbage.ts'

/** Times of one thing in milliseconds, as they were taken. */
export type Sample = { name: string; timesMs: readonly number[] }

export type Spread = { medianMs: number; lowestMs: number; highestMs: number }

/** Median, lowest and highest: with a handful of runs on a shared machine, a mean would say less. */
export function spreadOf(timesMs: readonly number[]): Spread {
  if (timesMs.length === 0) throw new RangeError('spreadOf: no times were taken')
  const sorted = timesMs.toSorted((left, right) => left - right)
  const middle = sorted.length / 2
  const medianMs = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2
  return { medianMs, lowestMs: sorted[0]!, highestMs: sorted.at(-1)! }
}

/** The time that this share of all does not exceed. */
export function percentileOf(timesMs: readonly number[], share: number): number {
  if (timesMs.length === 0) throw new RangeError('percentileOf: no times were taken')
  const sorted = timesMs.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!
}

/**
 * Runs the given things by turns, so that a slow moment of the machine falls on all of them.
 *
 * @param things - Each gives one or several named times in milliseconds, the same names each time.
 * @param options.warmUps - Rounds that are run and not counted.
 */
export async function takeTurns(
  things: readonly (() => Promise<Readonly<Record<string, number>>>)[],
  { repeats, warmUps = 1 }: { repeats: number; warmUps?: number },
): Promise<Sample[]> {
  const times = new Map<string, number[]>()
  for (let round = -warmUps; round < repeats; round += 1) {
    for (const thing of things) {
      collectGarbage()
      for (const [name, timeMs] of Object.entries(await thing())) {
        if (round >= 0) times.set(name, [...(times.get(name) ?? []), timeMs])
      }
    }
  }
  return [...times].map(([name, timesMs]) => ({ name, timesMs }))
}

/** A table for the terminal: one line a sample. */
export function toTable(samples: readonly Sample[]): string {
  const head = ['', 'median', 'lowest', 'highest']
  const lines = samples.map(({ name, timesMs }) => {
    const { medianMs, lowestMs, highestMs } = spreadOf(timesMs)
    return [name, ...[medianMs, lowestMs, highestMs].map((timeMs) => `${timeMs.toFixed(1)} ms`)]
  })
  const nameWidth = Math.max(...lines.map(([name]) => name!.length))
  return [head, ...lines]
    .map(([name, ...figures]) => [name!.padEnd(nameWidth), ...figures.map((figure) => figure.padStart(11))].join(''))
    .join('\n')
}
