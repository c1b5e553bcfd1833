import type { ToolInput, ToolName, ToolOutput } from '@lakefront/contract'
import { type AnswerEvent, answerEventMetaKey, answerEventsExtension, type ErrorBody } from '@lakefront/contract'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import type { TestGateway } from './startTestGateway.ts'

export type ConnectOptions = {
  mode?: 'auto' | 'legacy'
  userId?: string
  tenantId?: string
  /** An assistant that acts for the user. */
  agentId?: string
  roles?: readonly string[]
  /** Another process that serves the same configuration. */
  url?: string
  /** Whether to declare that events are understood. */
  events?: boolean
}

/** A client of the official package, as our own and others' are. */
export async function connectClient(gateway: TestGateway, options: ConnectOptions = {}) {
  const { mode = 'auto', userId, tenantId, agentId, roles, events = true, url = gateway.served.url } = options
  const authorization = `Bearer ${await gateway.token(userId, tenantId, agentId, roles)}`
  const extensions = events ? { [answerEventsExtension]: {} } : {}
  const client = new Client(
    { name: 'test', version: '1' },
    { versionNegotiation: { mode }, capabilities: { extensions } },
  )
  const requestInit = { headers: { authorization } }
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }))
  return client
}

/** Calls a tool and returns its output, what it told meanwhile, and its error. */
export async function callTool<Name extends ToolName>(
  client: Client,
  name: Name,
  input: ToolInput<Name>,
  signal?: AbortSignal,
) {
  const events: AnswerEvent[] = []
  const messages: string[] = []
  const result = await client.callTool(
    { name, arguments: { ...input } },
    {
      ...(signal && { signal }),
      onprogress(progress) {
        const { _meta: meta } = progress as { _meta?: Record<string, unknown> }
        if (progress.message !== undefined) messages.push(progress.message)
        if (meta?.[answerEventMetaKey]) events.push(meta[answerEventMetaKey] as AnswerEvent)
      },
    },
  )
  return {
    result,
    output: result.structuredContent as ToolOutput<Name>,
    error: result.isError ? (result.structuredContent as ErrorBody).error : undefined,
    text: result.content.map((block) => (block.type === 'text' ? block.text : '')).join('\n'),
    events,
    messages,
  }
}
