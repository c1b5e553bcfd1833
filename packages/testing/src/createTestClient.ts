import type { Client, DecodedBatch, ExportResultOptions, ResultFile } from '@lakefront/client'
import type {
  AnswerEvent,
  Column,
  ResultPage,
  Row,
  StreamEnd,
  ToolInput,
  ToolName,
  ToolOutput,
} from '@lakefront/contract'
import { encodeRows } from './arrowStream.ts'
import { type ScriptedFile, scriptedExport } from './scriptedExport.ts'

export type TestCallContext = { signal: AbortSignal; emit(event: AnswerEvent): void }

/** What a test puts in place of a tool. A tool that is left out fails when it is called. */
export type TestTools = {
  [Name in ToolName]?: (
    input: ToolInput<Name>,
    context: TestCallContext,
  ) => ToolOutput<Name> | Promise<ToolOutput<Name>>
}

export type TestCall = { name: ToolName; input: unknown; signal: AbortSignal }

export type ReadResultContext = {
  signal: AbortSignal
  /** Plays a connection that was lost, and one that is back. */
  setReconnecting(isReconnecting: boolean): void
}

/** One reading of a result. */
export type TestStream = { handle: string; signal: AbortSignal; fromBatch: number; toBatch: number }

export type TestClientOptions = {
  scope?: string | undefined
  /** Rows of a result beyond its first page, a batch each. Left out, the page is the whole result. */
  readResult?: ((page: ResultPage, context: ReadResultContext) => AsyncIterable<Row[]> | Iterable<Row[]>) | undefined
  /** The file that a result is exported as. Left out, it holds the rows of the page. */
  exportFile?: ((page: ResultPage, options: { signal: AbortSignal }) => ScriptedFile) | undefined
  /** How every stream ends. */
  end?: Partial<StreamEnd> | undefined
}

export type TestClient = Client & {
  /** Every call of a tool, in order. */
  readonly calls: readonly TestCall[]
  /** Every stream that was opened, in order. */
  readonly streams: readonly TestStream[]
  /** Every export that was asked for, in order. */
  readonly exports: readonly ExportResultOptions[]
  /** Handles of the results that were stopped, in order. */
  readonly stopped: readonly string[]
}

let clientCount = 0

/** A client without a gateway: answers with what the test says, and remembers what it was asked. */
export function createTestClient(
  tools: TestTools = {},
  { scope, readResult, exportFile = fileOfPage, end }: TestClientOptions = {},
): TestClient {
  const calls: TestCall[] = []
  const streams: TestStream[] = []
  const exports: ExportResultOptions[] = []
  const stopped: string[] = []
  const closing = new AbortController()
  clientCount += 1
  const until = (signal: AbortSignal | undefined) =>
    AbortSignal.any(signal ? [signal, closing.signal] : [closing.signal])

  const client: TestClient = {
    calls,
    streams,
    exports,
    stopped,
    scope: scope ?? `test-client-${clientCount}`,
    async callTool(name, input, { signal: outer, onEvent } = {}) {
      const signal = until(outer)
      calls.push({ name, input, signal })
      const run = tools[name] as TestTools[typeof name] | undefined
      if (!run) throw new Error(`This test client was given no tool ${name}.`)
      return run(input, { signal, emit: (event) => onEvent?.(event) })
    },
    ask: (input, options) => client.callTool('ask', input, options),
    openResult(page, { signal: outer, fromBatch = 0, toBatch = Number.POSITIVE_INFINITY, onReconnecting } = {}) {
      const signal = until(outer)
      streams.push({ handle: page.handle, signal, fromBatch, toBatch })
      const context: ReadResultContext = { signal, setReconnecting: (is) => onReconnecting?.(is) }
      let ended: StreamEnd | undefined
      return {
        end: () => ended,
        async *[Symbol.asyncIterator]() {
          let rowCount = 0
          let index = 0
          for await (const rows of readResult?.(page, context) ?? [page.rows]) {
            if (index >= toBatch) return
            if (index >= fromBatch) yield batchOf(rows, page, index)
            index += 1
            rowCount += rows.length
          }
          ended = { rowCount, truncated: false, ...end }
        },
      }
    },
    async exportResult(page, options) {
      exports.push(options)
      const file = exportFile(page, { signal: until(options.signal) })
      return resultFileOf(scriptedExport(file), file, options)
    },
    async stopResult({ handle }) {
      stopped.push(handle)
    },
    async close() {
      closing.abort()
    },
  }
  return client
}

function fileOfPage({ columns, rows, rowCount, truncated }: ResultPage): ScriptedFile {
  return { columns, groups: [rows], rowCount, truncated }
}

function resultFileOf(
  { body, headers }: Response,
  { rowCount, truncated }: ScriptedFile,
  { format, name = 'result', onProgress }: ExportResultOptions,
): ResultFile {
  let bytesReceived = 0
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      bytesReceived += piece.length
      onProgress?.({ bytesReceived })
      controller.enqueue(piece)
    },
  })
  return {
    fileName: `${name}.${format}`,
    mediaType: headers.get('content-type') ?? '',
    rowCount,
    truncated,
    body: body!.pipeThrough(counting),
  }
}

function batchOf(rows: Row[], { columns }: ResultPage, index: number): DecodedBatch {
  let messages: readonly Uint8Array[] | undefined
  return {
    index,
    columns,
    rowCount: rows.length,
    get messages() {
      messages ??= messagesOf(columns, rows)
      return messages
    },
    getCell: (rowIndex, columnIndex) => rows[rowIndex]?.[columnIndex] ?? null,
  }
}

/** Scripts repeat a batch to have many rows: the same rows are encoded once. */
const encoded = new WeakMap<Row[], { columns: readonly Column[]; messages: readonly Uint8Array[] }>()

function messagesOf(columns: readonly Column[], rows: Row[]): readonly Uint8Array[] {
  const known = encoded.get(rows)
  if (known?.columns === columns) return known.messages
  const { schema, batches } = encodeRows(columns, [rows])
  const messages = [schema, ...batches]
  encoded.set(rows, { columns, messages })
  return messages
}
