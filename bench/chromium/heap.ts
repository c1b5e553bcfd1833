import type { BenchPage } from './pages.ts'

/** Bytes that the page holds after its garbage was collected: objects, DOM and array buffers. */
export async function heapBytes({ devtools }: BenchPage): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize + embedderHeapUsedSize + backingStorageSize
}
