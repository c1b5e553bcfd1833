import type { Column } from '@lakefront/contract'
import { batchesOfRows, encodeRows } from '../../arrow/fromRows.ts'
import type { ArrowType, RowBatch } from '../../arrow/port.ts'
import { GatewayError } from '../../errors.ts'
import { describeColumns } from './columns.ts'
import { type PostgresPool, singleStatement } from './connect.ts'
import { openTransaction } from './transaction.ts'

const rowsPerFetch = 2_048
/** So many rows are read at once, so that a slow reader of a small result does not keep a transaction open. */
const rowsReadAtOnce = 10_000

export type RunningStatement = { columns: readonly Column[]; batches: AsyncIterable<RowBatch> }

/**
 * Runs one statement in a read-only transaction of its own, with a time limit at the server. Uses the extended protocol,
 * which takes a single statement only. Aborting the signal cancels it at the server.
 */
export async function runStatement(
  pool: PostgresPool,
  sql: string,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<RunningStatement> {
  const { connection, end: endTransaction } = await openTransaction(pool, timeoutMs)
  let running: Cancellable | undefined
  const onAbort = () => void (running && cancel(running))
  signal.addEventListener('abort', onAbort, { once: true })
  const end = async () => {
    signal.removeEventListener('abort', onAbort)
    await endTransaction()
  }
  try {
    throwIfCancelled(signal)
    const { columns } = await connection.unsafe(sql, [], singleStatement).describe()
    throwIfCancelled(signal)
    const query = connection.unsafe(sql, [], singleStatement).values()
    running = query as unknown as Cancellable
    const pages = cursorOf(query)
    const { rows, isWhole } = await readFirst(pages)
    if (isWhole) await end()
    const described = describeColumns(columns, isWhole ? rows : undefined)
    const ours = described.map(({ column }) => column)
    const types = described.map(({ arrow }) => arrow)
    return {
      columns: ours,
      batches: batchesOf({ rows, pages: isWhole ? undefined : pages, columns: ours, types, end }),
    }
  } catch (error) {
    await end()
    throw error
  }
}

type Cancellable = { canceller: ((query: unknown) => Promise<void>) | null }

/**
 * What the driver's own `cancel` does, except that it forgets the promise: a server that dies before the cancellation
 * reaches it would end this whole process.
 */
async function cancel(query: Cancellable): Promise<void> {
  const { canceller } = query
  query.canceller = null
  await canceller?.(query).catch(() => undefined)
}

type Rows = readonly (readonly unknown[])[]

function cursorOf(query: unknown): AsyncIterator<Rows> {
  const { cursor } = query as { cursor(rows: number): AsyncIterable<Rows> }
  return cursor.call(query, rowsPerFetch)[Symbol.asyncIterator]()
}

async function readFirst(pages: AsyncIterator<Rows>): Promise<{ rows: Rows; isWhole: boolean }> {
  const rows: (readonly unknown[])[] = []
  while (rows.length < rowsReadAtOnce) {
    const { value, done } = await pages.next()
    if (done) return { rows, isWhole: true }
    rows.push(...value)
  }
  return { rows, isWhole: false }
}

type BatchesInput = {
  rows: Rows
  pages: AsyncIterator<Rows> | undefined
  columns: readonly Column[]
  types: readonly ArrowType[]
  end(): Promise<void>
}

async function* batchesOf({ rows, pages, columns, types, end }: BatchesInput): AsyncGenerator<RowBatch, void, void> {
  try {
    yield* batchesOfRows(columns, rows, types)
    if (!pages) return
    for (let next = await pages.next(); !next.done; next = await pages.next())
      yield encodeRows(columns, next.value, types)
  } finally {
    if (pages) {
      await pages.return?.()
      await end()
    }
  }
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new GatewayError({ code: 'cancelled', message: 'The request was cancelled.' })
}
