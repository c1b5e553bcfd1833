import { arrowStreamMediaType, type Cell } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/server'
import type { RowBatch } from '../arrow/port.ts'
import { type OpenQuery, type OpenQueryOptions, openQuery } from './query.ts'
import { pathOf } from './streams.ts'
import type { LakehouseContext } from './tools.ts'

/** Bounds of one result. */
export const limits = {
  sqlLength: 2_000_000,
  maxRows: 50_000_000,
  pageSize: 10_000,
  /** Most bytes of one Arrow stream. */
  maxBytes: 4 * 1024 ** 3,
} as const

const defaultPageSize = 200
const previewRows = 20

export type ExecuteSqlInput = {
  sql: string
  maxRows?: number | undefined
  pageSize?: number | undefined
  resultId?: string | undefined
}

/**
 * Starts a statement and answers its first rows. What is beyond them waits under a `resource_link`; a `pageSize` of 0
 * leaves all rows to the link. Cancelling the call interrupts the statement, until the result has been given. A caller
 * that names the result can wait for its rows at the link meanwhile, and stop it there.
 */
export async function executeSql(
  context: LakehouseContext,
  { sql, maxRows = limits.maxRows, pageSize = defaultPageSize, resultId }: ExecuteSqlInput,
  { signal, onProgress }: OpenQueryOptions,
): Promise<CallToolResult> {
  const call = new AbortController()
  const onAbort = () => call.abort(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  let query: OpenQuery | undefined
  try {
    query = await openQuery(context.database, sql, { signal: call.signal, onProgress })
    const { rows, isWhole, rest } = await firstRows(query, Math.min(pageSize, maxRows))
    const page = { columns: query.columns, rows, rowCount: isWhole ? rows.length : null, truncated: false }
    if (isWhole && resultId === undefined) return await wholeResult(page, query)
    const pending = { query: { ...query, batches: rest }, maxRows, maxBytes: limits.maxBytes }
    const path = context.streams.offer(pending, resultId)
    return linkedResult(page, `${context.origin}${path}`)
  } catch (error) {
    if (resultId !== undefined) context.streams.withdraw(pathOf(resultId))
    await query?.close()
    throw error
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

type Page = { columns: OpenQuery['columns']; rows: Cell[][]; rowCount: number | null; truncated: boolean }

async function wholeResult(page: Page, query: OpenQuery): Promise<CallToolResult> {
  const bytesScanned = await query.bytesScanned()
  await query.close()
  return { content: [{ type: 'text', text: textOf(page) }], structuredContent: { ...page, bytesScanned } }
}

function linkedResult(page: Page, uri: string): CallToolResult {
  const link = { type: 'resource_link' as const, uri, name: 'All rows', mimeType: arrowStreamMediaType }
  return { content: [{ type: 'text', text: textOf(page) }, link], structuredContent: { ...page, bytesScanned: null } }
}

/** Reads a page, and keeps what was read for the stream, so that it starts from the first row too. */
async function firstRows(query: OpenQuery, pageSize: number) {
  const iterator = query.batches[Symbol.asyncIterator]()
  const read: RowBatch[] = []
  const rows: Cell[][] = []
  let isWhole = false
  while (pageSize > 0 && rows.length <= pageSize && !isWhole) {
    const { value, done } = await iterator.next()
    if (done) isWhole = true
    else {
      read.push(value)
      rows.push(...value.rows(0, pageSize + 1 - rows.length))
    }
  }
  return { rows: rows.slice(0, pageSize), isWhole: isWhole && rows.length <= pageSize, rest: resumed(read, iterator) }
}

async function* resumed(
  read: readonly RowBatch[],
  iterator: AsyncIterator<RowBatch>,
): AsyncGenerator<RowBatch, void, void> {
  yield* read
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
}

function textOf({ columns, rows, rowCount }: Page): string {
  const lines = [columns.map(({ name }) => name), ...rows.slice(0, previewRows)].map((cells) => cells.join(' | '))
  const more = rowCount === null || rowCount > previewRows ? ['…'] : []
  return [...lines, ...more].join('\n')
}
