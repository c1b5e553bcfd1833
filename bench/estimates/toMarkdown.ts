import { percentileOf } from '../measure.ts'

/** What one statement was expected to read, and what it read; `null` when the source did not say. */
export type EstimatedRun = { name: string; beforeBytes: number; afterBytes: number; actualBytes: number | null }

/** A table of estimate ÷ actual, one line a statement, and how they are spread. */
export function toMarkdown(runs: readonly EstimatedRun[]): string[] {
  const told = runs.flatMap(({ actualBytes, ...run }) => (actualBytes ? [{ ...run, actualBytes }] : []))
  const ratios = (expected: (run: EstimatedRun) => number) => told.map((run) => expected(run) / run.actualBytes)
  const before = ratios(({ beforeBytes }) => beforeBytes)
  const after = ratios(({ afterBytes }) => afterBytes)
  const silent = runs.length - told.length
  return [
    '| estimate ÷ actual | before | after |',
    '| --- | ---: | ---: |',
    `| median | ${ratio(percentileOf(before, 0.5))} | ${ratio(percentileOf(after, 0.5))} |`,
    `| p90 | ${ratio(percentileOf(before, 0.9))} | ${ratio(percentileOf(after, 0.9))} |`,
    `| within a tenth | ${shareOf(before, isNear)} | ${shareOf(after, isNear)} |`,
    `| too low | ${shareOf(before, isTooLow)} | ${shareOf(after, isTooLow)} |`,
    '',
    '| statement | read, kB | before | after |',
    '| --- | ---: | ---: | ---: |',
    ...told.map(
      ({ name, actualBytes }, index) =>
        `| ${name} | ${kilobytes(actualBytes)} | ${ratio(before[index]!)} | ${ratio(after[index]!)} |`,
    ),
    ...(silent > 0 ? ['', `Of ${silent} more the lakehouse did not say what it read.`] : []),
  ]
}

const ratio = (value: number) => value.toFixed(2)
const kilobytes = (bytes: number) => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(bytes / 1_000)

const isNear = (value: number) => value >= 0.9 && value <= 1.1
const isTooLow = (value: number) => value < 1

function shareOf(ratios: readonly number[], fits: (value: number) => boolean): string {
  return `${ratios.filter(fits).length} of ${ratios.length}`
}
