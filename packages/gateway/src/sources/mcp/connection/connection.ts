import { type CallToolResult, Client, type Progress, type Tool, type Transport } from '@modelcontextprotocol/client'
import { traceHeaders } from '../../../telemetry/traceHeaders.ts'
import { fromMcpError } from '../errors.ts'
import { repeatCancels } from './repeatCancels.ts'

/** The client's listeners pile up on one signal; a fresh connection once in a while sheds them. */
const callsPerConnection = 1_000

export type McpConnection = {
  tools(signal: AbortSignal): Promise<readonly Tool[]>
  /** @param onProgress - Told what the server says meanwhile. */
  call(
    name: string,
    input: Record<string, unknown>,
    signal: AbortSignal,
    onProgress?: (progress: Progress) => void,
  ): Promise<CallToolResult>
  /** Asks the same server for something in another way; that it cannot be reached is noted all the same. */
  use<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

export type McpConnectionOptions = {
  source: string
  title: string
  /** Makes a transport for each new connection; may first start what it leads to. */
  openTransport(signal: AbortSignal): Promise<Transport>
  timeoutMs: number
}

type Session = { client: Client; tools: readonly Tool[]; calls: number; running: number; retired: boolean }

/** A connection to an MCP server of either protocol era: made when first needed, and anew after a fault. */
export function createMcpConnection(options: McpConnectionOptions): McpConnection {
  const { source, title, openTransport, timeoutMs } = options
  let current: Promise<Session> | undefined

  async function connect(signal: AbortSignal): Promise<Session> {
    const client = new Client({ name: 'lakefront-gateway', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } })
    await client.connect(repeatCancels(await openTransport(signal)), { timeout: timeoutMs })
    const { tools } = await client.listTools(undefined, { timeout: timeoutMs })
    return { client, tools, calls: 0, running: 0, retired: false }
  }

  function session(signal: AbortSignal): Promise<Session> {
    if (!current) {
      const opening = connect(signal)
      current = opening
      opening.catch(() => forget(opening))
    }
    return current
  }

  function forget(known: Promise<Session>): void {
    if (current === known) current = undefined
    known.then(retire, () => undefined)
  }

  async function use<Value>(signal: AbortSignal, work: (session: Session) => Promise<Value>): Promise<Value> {
    const opening = session(signal)
    try {
      const open = await opening
      if (++open.calls >= callsPerConnection) forget(opening)
      return await whileRunning(open, work)
    } catch (error) {
      const known = fromMcpError(error, { source, title })
      if (known.code === 'source-unavailable' && !signal.aborted) forget(opening)
      throw known
    }
  }

  return {
    use,
    tools: (signal) => use(signal, async ({ tools }) => tools),
    call: (name, input, signal, onprogress) =>
      use(signal, async ({ client }) => {
        const told = onprogress && { onprogress, resetTimeoutOnProgress: true }
        const options = { signal, timeout: timeoutMs + 1_000, ...told }
        const { traceparent, ...rest } = traceHeaders()
        const traced = traceparent !== undefined && { _meta: { traceparent, ...rest } }
        return (await client.callTool({ name, arguments: input, ...traced }, options)) as CallToolResult
      }),
    async close() {
      const open = await current?.catch(() => undefined)
      current = undefined
      await open?.client.close()
    },
  }
}

async function whileRunning<Value>(session: Session, work: (session: Session) => Promise<Value>): Promise<Value> {
  session.running++
  try {
    return await work(session)
  } finally {
    session.running--
    if (session.retired) retire(session)
  }
}

/** Closes a session that is no longer current, once its last call has ended. */
function retire(session: Session): void {
  session.retired = true
  if (session.running === 0) void session.client.close().catch(() => undefined)
}
