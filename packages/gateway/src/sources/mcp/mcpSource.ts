import type { CatalogTable } from '@lakefront/contract'
import type { Transport } from '@modelcontextprotocol/client'
import { GatewayError } from '../../errors.ts'
import type { Dialect, QueryOptions, Source, SourceEstimate, SourceProgress, SourceResult } from '../port.ts'
import { createResilience, inSentence } from '../resilience.ts'
import type { Rowset } from '../rowset.ts'
import { rowsetResult } from '../rowsetResult.ts'
import { createMcpConnection } from './connection/connection.ts'
import { describeMcp } from './describe/describeMcp.ts'
import { estimateMcp } from './estimate/estimateMcp.ts'
import { readProgress } from './readProgress.ts'
import { readRowset } from './rowset/readRowset.ts'
import { findSqlTool, type SqlTool } from './sqlTool.ts'
import { arrowLinkOf, followArrowLink } from './stream/arrowLink.ts'
import type { ArrowStream } from './stream/arrowStream.ts'
import { postStatement } from './stream/statementStream.ts'
import { streamedResult } from './stream/streamedResult.ts'

export type McpSourceOptions = {
  id: string
  title: string
  dialect: Dialect
  sqlTool?: string | undefined
  timeoutMs: number
  now: () => number
  pauseMs?: number | undefined
  /** Makes a transport for each new connection, and says where it leads when that is a URL. */
  openTransport(signal: AbortSignal): Promise<{ transport: Transport; url?: string | undefined }>
  headers?: Record<string, string> | undefined
  /** Ends what `openTransport` has started. */
  onClose?: (() => Promise<void>) | undefined
}

type Statement = {
  sql: string
  wantedRows: number | undefined
  columnsFirst: boolean
  onProgress(progress: SourceProgress): void
}
type Called = { link: string } | { rowset: Rowset }

/** Any MCP server with a tool that runs SQL. */
export function createMcpSource(options: McpSourceOptions): Source {
  const { id, title, dialect, timeoutMs, openTransport, headers } = options
  const named = { source: id, title }
  const resilience = createResilience({ ...named, timeoutMs, now: options.now, pauseMs: options.pauseMs })
  let url: string | undefined
  const connection = createMcpConnection({
    ...named,
    timeoutMs,
    async openTransport(signal) {
      const opened = await openTransport(signal)
      url = opened.url
      return opened.transport
    },
  })

  async function sqlTool(signal: AbortSignal): Promise<SqlTool> {
    const tool = findSqlTool(await connection.tools(signal), { configured: options.sqlTool, serverUrl: url })
    if (tool) return tool
    const message = `The ${inSentence(title)} has no tool that runs SQL${options.sqlTool ? ` named ${options.sqlTool}` : ''}.`
    throw new GatewayError({ code: 'source-garbled', message, source: id })
  }

  async function call(tool: SqlTool, statement: Statement, signal: AbortSignal): Promise<Called> {
    const { sql, wantedRows, onProgress } = statement
    const maxRows = rowsToAskFor(tool, wantedRows)
    const input = { [tool.argument]: sql, ...(maxRows !== undefined && { maxRows }) }
    const result = await connection.call(tool.name, input, signal, (told) => onProgress(readProgress(told)))
    const link = result.isError ? undefined : arrowLinkOf(result, url)
    if (link !== undefined) return { link }
    const poll = (name: string, args: Record<string, unknown>) => connection.call(name, args, signal)
    const rowset = await readRowset(result, {
      ...named,
      poll,
      onProgress,
      tools: await connection.tools(signal),
      signal,
    })
    // A tool that takes no larger limit, and fills it, has more for all we know: not every tool says so.
    const isFull = rowset.rows.length >= (tool.mostRows ?? Number.POSITIVE_INFINITY) && maxRows !== wantedRows
    return { rowset: { ...rowset, truncated: rowset.truncated || isFull } }
  }

  /** @param signal - Of the whole reading; what comes before the first rows is given up with `limited`. */
  async function open(statement: Statement, limited: AbortSignal, signal: AbortSignal): Promise<ArrowStream | Called> {
    const tool = await sqlTool(limited)
    const { streamUrl } = tool
    if (streamUrl === undefined) return await call(tool, statement, limited)
    const { sql, wantedRows, columnsFirst, onProgress } = statement
    const maxRows = rowsToAskFor(tool, wantedRows)
    const onPercent = (progress: number) => onProgress(readProgress({ progress, total: 100 }))
    const options = { sql, maxRows, columnsFirst, onPercent, ...reading(limited, signal) }
    return await connection.use(limited, () => postStatement(streamUrl, options))
  }

  function follow(link: string, signal: AbortSignal): Promise<ArrowStream> {
    return resilience.limit((limited) => followArrowLink(link, reading(limited, signal)), signal)
  }

  function reading(...signals: AbortSignal[]) {
    return { ...named, signal: AbortSignal.any(signals), resilience, headers }
  }

  async function query(
    sql: string,
    { signal, maxRows, columnsFirst = false, onProgress }: QueryOptions,
  ): Promise<SourceResult> {
    const startedAt = performance.now()
    const opened = await resilience.run((limited, heard) => {
      const onHeard = (progress: SourceProgress) => {
        heard()
        onProgress?.(progress)
      }
      return open({ sql, wantedRows: maxRows, columnsFirst, onProgress: onHeard }, limited, signal)
    }, signal)
    if ('rowset' in opened) return rowsetResult(opened.rowset, { maxRows, durationMs: performance.now() - startedAt })
    const stream = 'link' in opened ? await follow(opened.link, signal) : opened
    return streamedResult(stream, { maxRows, startedAt })
  }

  return {
    id,
    title,
    dialect,
    query,
    describe: ({ signal }): Promise<readonly CatalogTable[]> =>
      resilience.run((limited) => describeMcp({ ...named, dialect, connection, sqlTool, signal: limited }), signal),
    estimate: (sql, { signal }): Promise<SourceEstimate> =>
      resilience.run((limited) => estimateMcp(sql, { connection, dialect, sqlTool, signal: limited }), signal),
    async close() {
      await connection.close()
      await options.onClose?.()
    },
  }
}

/** A limit that the tool takes, when it takes any and there is one. */
function rowsToAskFor({ mostRows }: SqlTool, wantedRows = Number.POSITIVE_INFINITY): number | undefined {
  const maxRows = mostRows === undefined ? Number.POSITIVE_INFINITY : Math.min(wantedRows, mostRows)
  return Number.isFinite(maxRows) ? maxRows : undefined
}
