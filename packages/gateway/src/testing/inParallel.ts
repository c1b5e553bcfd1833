/** Runs `count` pieces of work, a few at a time. Rejects with the first that fails. */
export async function inParallel(
  { count, atOnce }: { count: number; atOnce: number },
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const runOne = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, runOne))
}

/** Moments spread over a span, the same in every run. */
export function scattered(index: number, spanMs: number): number {
  return ((index * 0.618_033_988_75) % 1) * spanMs
}
