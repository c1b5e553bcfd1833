import { arrowStreamMediaType, type Cell } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/server'
import type { RowBatch } from '../../arrow/port.ts'
import { limits } from '../limits.ts'
import { type OpenQuery, type OpenQueryOptions, openQuery } from '../query/openQuery.ts'
import type { LakehouseContext } from './createLakehouseServer.ts'

const defaultPageSize = 200
const previewRows = 20

export type ExecuteSqlInput = {
  sql: string
  maxRows?: number | undefined
  pageSize?: number | undefined
}

/**
 * Starts a statement and answers its first rows. What is beyond them waits under a `resource_link`; a `pageSize` of 0
 * leaves all rows to the link. Cancelling the call interrupts the statement, until the result has been given.
 */
export async function executeSql(
  context: LakehouseContext,
  { sql, maxRows = limits.maxRows, pageSize = defaultPageSize }: ExecuteSqlInput,
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
    if (isWhole) return await wholeResult(page, query)
    const path = context.streams.offer({ query: { ...query, batches: rest }, maxRows })
    return linkedResult(page, `${context.origin}${path}`)
  } catch (error) {
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
