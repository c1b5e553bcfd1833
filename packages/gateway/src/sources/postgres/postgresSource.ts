import type { RowBatch } from '../../arrow/port.ts'
import { limitRows } from '../limitRows.ts'
import type { Source, SourceEstimate, SourceResult } from '../port.ts'
import { createResilience, type Resilience } from '../resilience.ts'
import { connectPostgres, type PostgresPool, singleStatement } from './connect.ts'
import { describePostgres } from './describePostgres.ts'
import { fromPostgresError } from './errors.ts'
import { type RunningStatement, runStatement } from './runStatement.ts'

export type PostgresSourceOptions = {
  id: string
  title: string
  url: string
  schema?: string | undefined
  timeoutMs: number
  now: () => number
  pauseMs?: number | undefined
}

/** Any Postgres. Every statement runs in a read-only transaction; the role should be read-only too. */
export function createPostgresSource(options: PostgresSourceOptions): Source {
  const { id, title, url, schema = 'public', timeoutMs, now, pauseMs } = options
  const named = { source: id, title }
  const pool = connectPostgres(url)
  const resilience = createResilience({ ...named, timeoutMs, now, pauseMs })

  async function guarded<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work()
    } catch (error) {
      throw fromPostgresError(error, named)
    }
  }

  async function query(sql: string, maxRows: number | undefined, signal: AbortSignal): Promise<SourceResult> {
    const startedAt = performance.now()
    const running = await resilience.run(
      (limited) => guarded(() => runStatement(pool, sql, { signal: AbortSignal.any([limited, signal]), timeoutMs })),
      signal,
    )
    return toResult(running, { maxRows, startedAt, resilience, signal, guarded })
  }

  return {
    id,
    title,
    dialect: 'postgresql',
    query: (sql, { signal, maxRows }) => query(sql, maxRows, signal),
    describe: ({ signal }) => resilience.run(() => guarded(() => describePostgres(pool, schema)), signal),
    estimate: (sql, { signal }) => resilience.run(() => guarded(() => explain(pool, sql)), signal),
    close: () => pool.end({ timeout: 1 }),
  }
}

type ToResultOptions = {
  maxRows: number | undefined
  startedAt: number
  resilience: Resilience
  signal: AbortSignal
  guarded<Value>(work: () => Promise<Value>): Promise<Value>
}

function toResult({ columns, batches }: RunningStatement, options: ToResultOptions): SourceResult {
  const { maxRows = Number.POSITIVE_INFINITY, startedAt, resilience, signal, guarded } = options
  let isCut = false
  let endedAt: number | undefined
  async function* read(): AsyncGenerator<RowBatch, void, void> {
    const iterator = batches[Symbol.asyncIterator]()
    try {
      for (;;) {
        const { value, done } = await resilience.limit(() => guarded(() => iterator.next()), signal)
        if (done) return
        yield value
      }
    } finally {
      await iterator.return?.()
      endedAt = performance.now()
    }
  }
  const onCut = () => {
    isCut = true
  }
  return {
    columns,
    batches: limitRows(read(), { columns, maxRows, onCut }),
    truncated: () => isCut,
    // Postgres does not say how many bytes a statement read.
    stats: () => ({ bytesScanned: null, durationMs: (endedAt ?? performance.now()) - startedAt }),
  }
}

/** Postgres plans rows, and what they weigh, but not what is read from where. Explaining runs nothing. */
async function explain(pool: PostgresPool, sql: string): Promise<SourceEstimate> {
  const [row] = await pool.unsafe(`explain (format json) ${sql}`, [], singleStatement).values()
  const [{ Plan }] = JSON.parse(String(row?.[0])) as [{ Plan: { 'Plan Rows': number } }]
  return { rows: Plan['Plan Rows'], bytesScanned: null, confidence: 'none', basis: 'Postgres tells rows, not bytes' }
}
