/** Work that stops for breath: who runs it decides when it goes on, and whether. */
export type Steps<value> = Generator<void, value, void>

/** Rows that are dealt with between two breaths: less than a millisecond of numbers, a few of cells. */
export const rowsPerStep = 4_096

/** Calls `run` for every whole number from `from` up to `to`, breathing in between. */
export function* forEachIn(from: number, to: number, run: (index: number) => void): Steps<void> {
  for (let start = from; start < to; start += rowsPerStep) {
    const end = Math.min(start + rowsPerStep, to)
    for (let index = start; index < end; index++) run(index)
    yield
  }
}

/** The whole numbers from `from` up to `to`. */
export function* wholeNumbers(from: number, to: number): Steps<Uint32Array> {
  const numbers = new Uint32Array(to - from)
  yield* forEachIn(from, to, (number) => {
    numbers[number - from] = number
  })
  return numbers
}

/** Runs work to its end at once. */
export function runThrough<value>(steps: Steps<value>): value {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
