import type { Mark } from '../layout/marks.ts'

type Options = { marks: readonly Mark[]; from: number; key: string; rightToLeft: boolean }
type Step = { row: number; column: number }

const steps: Record<string, Step> = {
  ArrowRight: { row: 0, column: 1 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
}

/** Which mark a key leads to; `undefined` when the key is not for us. Where there is one line, both axes follow it. */
export function moveInMarks({ marks, from, key, rightToLeft }: Options): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return marks.length - 1
  const step = steps[key]
  const mark = marks[from]
  if (!step || !mark) return undefined
  const { row, column } = rightToLeft ? { ...step, column: -step.column } : step
  const isOneRow = marks.every((other) => other.row === mark.row)
  const isOneColumn = marks.every((other) => other.column === mark.column)
  if (isOneRow) return nearest(marks, from, ({ column: place }) => (place - mark.column) * (column || row), 'column')
  if (isOneColumn) return nearest(marks, from, ({ row: place }) => (place - mark.row) * (row || column), 'row')
  if (row === 0)
    return nearest(marks, from, (other) => (other.row === mark.row ? (other.column - mark.column) * column : 0))
  return nearest(marks, from, (other) => (other.row - mark.row) * row, 'row')
}

/** The mark least far ahead; with equal distance, the one closest to the column that was left. */
function nearest(
  marks: readonly Mark[],
  from: number,
  ahead: (mark: Mark) => number,
  along?: 'row' | 'column',
): number {
  let best = from
  let least = Number.POSITIVE_INFINITY
  const column = marks[from]?.column ?? 0
  marks.forEach((mark, index) => {
    const distance = ahead(mark)
    if (distance <= 0) return
    const total = distance * 10_000 + (along === 'row' ? Math.abs(mark.column - column) : 0)
    if (total < least) [best, least] = [index, total]
  })
  return best
}
