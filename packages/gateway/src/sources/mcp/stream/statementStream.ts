import { statementStreamMetaKey } from '@lakefront/contract'
import type { Tool } from '@modelcontextprotocol/client'
import { traceHeaders } from '../../../telemetry/traceHeaders.ts'
import { type ArrowStream, type ArrowStreamOptions, readArrowStream } from './arrowStream.ts'
import { requestBytes } from './requestBytes.ts'

/** A longer line than this is no progress. */
const mostLineBytes = 1_000
const [brace, newline] = [0x7b, 0x0a]

/** Where a server takes statements whose rows it streams back; nothing when it does not, or names another server. */
export function statementStreamOf({ _meta: meta }: Pick<Tool, '_meta'>, serverUrl: string | undefined) {
  const path = meta?.[statementStreamMetaKey]
  if (typeof path !== 'string' || serverUrl === undefined || !URL.canParse(path, serverUrl)) return undefined
  const url = new URL(path, serverUrl)
  return url.origin === new URL(serverUrl).origin ? url.href : undefined
}

export type PostStatementOptions = ArrowStreamOptions & {
  sql: string
  maxRows: number | undefined
  /** Whether the columns should come before the statement runs. */
  columnsFirst: boolean
  headers?: Record<string, string> | undefined
  /** Told in percent how far the statement has come, until its first rows are there. */
  onPercent(percent: number): void
}

/** Runs a statement by one request that its rows come back on, with no tool call before it. */
export function postStatement(url: string, options: PostStatementOptions): Promise<ArrowStream> {
  const { sql, maxRows, columnsFirst, headers, onPercent, ...streamOptions } = options
  const { source, title } = options
  const json = { sql, maxRows, ...(columnsFirst && { columnsFirst }) }
  return readArrowStream(async (signal) => {
    const asked = { source, title, signal, json, headers: { ...traceHeaders(), ...headers } }
    return withoutProgress(await requestBytes(url, asked), onPercent)
  }, streamOptions)
}

/** Takes the lines of JSON off the front of a stream; an Arrow stream never starts with a brace. */
async function* withoutProgress(
  bytes: AsyncIterable<Uint8Array>,
  onPercent: (percent: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  let line = ''
  let isArrow = false
  for await (const part of bytes) {
    let rest = part
    while (!isArrow && rest.length > 0) {
      isArrow = line === '' && rest[0] !== brace
      if (isArrow) break
      const end = rest.indexOf(newline)
      line += new TextDecoder().decode(end < 0 ? rest : rest.subarray(0, end))
      if (line.length > mostLineBytes) throw new RangeError('A line of progress is too long.')
      rest = end < 0 ? rest.subarray(rest.length) : rest.subarray(end + 1)
      if (end < 0) continue
      onPercent(Number(JSON.parse(line).percent))
      line = ''
    }
    if (rest.length > 0) yield rest
  }
}
