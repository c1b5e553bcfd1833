export type DiffLine = { kind: 'same' | 'out' | 'in'; line: string }

/** Over so many pairs of lines the middle is shown as taken out and put in whole. */
const maximumPairs = 250_000

/** The lines of two texts, in order: those that stayed, those that were taken out and those that were put in. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const head = commonPrefix(old, now)
  const tail = commonPrefix(old.slice(head).reverse(), now.slice(head).reverse())
  return [
    ...old.slice(0, head).map(same),
    ...diffMiddle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail).map(same),
  ]
}

const same = (line: string): DiffLine => ({ kind: 'same', line })
const out = (line: string): DiffLine => ({ kind: 'out', line })
const put = (line: string): DiffLine => ({ kind: 'in', line })

function commonPrefix(left: readonly string[], right: readonly string[]): number {
  const end = left.findIndex((line, index) => line !== right[index])
  return end === -1 ? left.length : end
}

/** The longest common sequence, by its lengths from each pair of lines to the end. */
function diffMiddle(old: readonly string[], now: readonly string[]): DiffLine[] {
  if (old.length * now.length > maximumPairs) return [...old.map(out), ...now.map(put)]
  const lengths = commonLengths(old, now)
  const lines: DiffLine[] = []
  let [row, column] = [0, 0]
  while (row < old.length && column < now.length) {
    if (old[row] === now[column]) {
      lines.push(same(old[row]!))
      row += 1
      column += 1
    } else if (lengths[row + 1]![column]! >= lengths[row]![column + 1]!) {
      lines.push(out(old[row]!))
      row += 1
    } else {
      lines.push(put(now[column]!))
      column += 1
    }
  }
  return [...lines, ...old.slice(row).map(out), ...now.slice(column).map(put)]
}

function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      lengths[row]![column] =
        old[row] === now[column]
          ? lengths[row + 1]![column + 1]! + 1
          : Math.max(lengths[row + 1]![column]!, lengths[row]![column + 1]!)
    }
  }
  return lengths
}
