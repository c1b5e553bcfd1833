import type { Store } from '../../store/port.ts'
import { type EstimateError, mostRatios, mostShapes, type Ratios } from './ratios.ts'
import * as sql from './ratiosSql.ts'

export type CreateStoredRatiosOptions = {
  store: Store
  /** Told what could not be written down. It is tried again with what comes next. */
  onFault(error: unknown): void
}

/** Ratios that outlive the gateway, and that all gateways at one store learn from. */
export function createStoredRatios({ store, onFault }: CreateStoredRatiosOptions): Ratios {
  /** Not written yet. */
  let waiting = new Map<string, readonly number[]>()
  let writing: Promise<void> | undefined

  function wait(shape: string, ratios: readonly number[]): void {
    waiting.set(shape, [...(waiting.get(shape) ?? []), ...ratios].slice(-mostRatios))
    if (waiting.size > mostShapes) waiting.delete(waiting.keys().next().value!)
  }

  async function writeWaiting(): Promise<void> {
    const lines = [...waiting].map(([shape, ratios]) => ({ shape, ratios }))
    waiting = new Map()
    try {
      const written = await store.query<{ is_new: boolean }>(sql.addRatios, [JSON.stringify(lines), mostRatios])
      if (written.some(({ is_new }) => is_new)) await store.query(sql.forgetShapes, [mostShapes])
    } catch (error) {
      const since = waiting
      waiting = new Map()
      for (const { shape, ratios } of lines) wait(shape, ratios)
      for (const [shape, ratios] of since) wait(shape, ratios)
      throw error
    }
  }

  /** Writes until nothing waits, or until it cannot be written now. */
  function write(): Promise<void> {
    const writeAll = async () => {
      while (waiting.size > 0) await writeWaiting()
    }
    writing ??= writeAll()
      .catch(onFault)
      .finally(() => {
        writing = undefined
      })
    return writing
  }

  return {
    async read(shape) {
      await writing
      const [row] = await store.query<{ ratios: string }>(sql.readRatios, [shape])
      const known: readonly number[] = row ? JSON.parse(row.ratios) : []
      return [...known, ...(waiting.get(shape) ?? [])].slice(-mostRatios)
    },
    add(shape, ratio) {
      wait(shape, [ratio])
      void write()
    },
    async error() {
      await writing
      const [row] = await store.query<ErrorRow>(sql.readError)
      return toError(row!)
    },
    close: () => write(),
  }
}

type ErrorRow = { runs: number; median: number | null; p90: number | null }

function toError({ runs, median, p90 }: ErrorRow): EstimateError {
  return { runs, medianRatio: median, p90Ratio: p90 }
}
