import type { RowBatch } from '../../arrow/port.ts'
import type { Source, SourceResult } from '../../sources/port.ts'
import type { Calibration } from './createCalibration.ts'
import { statementShape } from './statementShape.ts'

/** Estimates that are remembered until their statement runs. */
const mostPending = 1_000

/** The same source, whose estimates learn from what its statements really read. */
export function calibrateSource(source: Source, calibration: Calibration): Source {
  /** Bytes that the engine expected, by shape. */
  const pending = new Map<string, number>()
  const shapeOf = (sql: string) => {
    const shape = statementShape(sql, source.dialect)
    return shape === undefined ? undefined : `${source.id}:${shape}`
  }

  function expect(shape: string, bytes: number): void {
    pending.delete(shape)
    pending.set(shape, bytes)
    if (pending.size > mostPending) pending.delete(pending.keys().next().value!)
  }

  return {
    ...source,
    async estimate(sql, options) {
      const estimate = await source.estimate(sql, options)
      const shape = estimate.bytesScanned ? shapeOf(sql) : undefined
      if (!estimate.bytesScanned || shape === undefined) return estimate
      expect(shape, estimate.bytesScanned.expected)
      return calibration.correct(shape, estimate)
    },
    async query(sql, options) {
      const result = await source.query(sql, options)
      // Most statements of a free source were never estimated.
      const shape = pending.size > 0 ? shapeOf(sql) : undefined
      const expected = shape === undefined ? undefined : pending.get(shape)
      if (shape === undefined || expected === undefined) return result
      return whenRead(result, (actual) => calibration.record(shape, { expected, actual }))
    },
  }
}

/** Tells what a statement has read, once all of its rows were. One that was cut or stopped says nothing of the estimate. */
function whenRead(result: SourceResult, tell: (bytesScanned: number) => void): SourceResult {
  const inner = result.batches[Symbol.asyncIterator]()
  // Not a generator: one that was never begun would not pass the goodbye on to the source.
  const batches: AsyncIterableIterator<RowBatch> = {
    async next() {
      const step = await inner.next()
      const { bytesScanned } = result.stats()
      if (step.done && bytesScanned !== null && !result.truncated()) tell(bytesScanned)
      return step
    },
    return: async () => (await inner.return?.()) ?? { done: true, value: undefined },
    [Symbol.asyncIterator]: () => batches,
  }
  return { ...result, batches }
}
