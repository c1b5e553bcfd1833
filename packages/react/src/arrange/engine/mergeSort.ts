import type { Steps } from './steps.ts'

/** Items that are sorted between two breaths. */
const itemsPerStep = 2_048

/** Sorts with breaths in between. What is nearly in order costs little more than one comparison an item. */
export function* mergeSort<item>(items: readonly item[], compare: (a: item, b: item) => number): Steps<item[]> {
  let runs: item[][] = []
  for (let start = 0; start < items.length; start += itemsPerStep) {
    runs.push(items.slice(start, start + itemsPerStep).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: item[][] = []
    for (let index = 0; index < runs.length; index += 2) {
      const [left, right] = [runs[index]!, runs[index + 1]]
      merged.push(right ? yield* merge(left, right, compare) : left)
    }
    runs = merged
  }
  return runs[0] ?? []
}

function* merge<item>(left: item[], right: item[], compare: (a: item, b: item) => number): Steps<item[]> {
  if (compare(left.at(-1)!, right[0]!) <= 0) return left.concat(right)
  const merged: item[] = []
  let [fromLeft, fromRight] = [0, 0]
  while (fromLeft < left.length && fromRight < right.length) {
    const takesLeft = compare(left[fromLeft]!, right[fromRight]!) <= 0
    merged.push(takesLeft ? left[fromLeft++]! : right[fromRight++]!)
    if (merged.length % itemsPerStep === 0) yield
  }
  for (; fromLeft < left.length; fromLeft++) merged.push(left[fromLeft]!)
  for (; fromRight < right.length; fromRight++) merged.push(right[fromRight]!)
  yield
  return merged
}
