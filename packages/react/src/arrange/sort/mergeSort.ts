import type { Steps } from '../engine/steps.ts'

/** Items that are sorted between two breaths. */
const itemsPerStep = 2_048

/** Sorts with breaths in between. What is nearly in order costs little more than one comparison an item. */
export function* mergeSort(items: Uint32Array, compare: (a: number, b: number) => number): Steps<Uint32Array> {
  let runs: Uint32Array[] = []
  for (let start = 0; start < items.length; start += itemsPerStep) {
    // An array knows what is in order already; the sort of a typed array does not.
    runs.push(Uint32Array.from(Array.from(items.subarray(start, start + itemsPerStep)).sort(compare)))
    yield
  }
  while (runs.length > 1) {
    const merged: Uint32Array[] = []
    for (let index = 0; index < runs.length; index += 2) {
      const [left, right] = [runs[index]!, runs[index + 1]]
      merged.push(right ? yield* merge(left, right, compare) : left)
    }
    runs = merged
  }
  return runs[0] ?? items
}

function* merge(left: Uint32Array, right: Uint32Array, compare: (a: number, b: number) => number): Steps<Uint32Array> {
  const merged = new Uint32Array(left.length + right.length)
  merged.set(left)
  let [fromLeft, fromRight, count] = [0, 0, 0]
  if (compare(left.at(-1)!, right[0]!) <= 0) fromLeft = count = left.length
  while (fromLeft < left.length && fromRight < right.length) {
    const takesLeft = compare(left[fromLeft]!, right[fromRight]!) <= 0
    merged[count++] = takesLeft ? left[fromLeft++]! : right[fromRight++]!
    if (count % itemsPerStep === 0) yield
  }
  merged.set(left.subarray(fromLeft), count)
  merged.set(right.subarray(fromRight), count + left.length - fromLeft)
  yield
  return merged
}
