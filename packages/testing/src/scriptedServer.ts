import { LakefrontError, RequestError } from '@lakefront/client'
import {
  type AnswerEvent,
  answerEventMetaKey,
  answerEventsExtension,
  type ErrorBody,
  errorMetaKey,
  type ToolName,
} from '@lakefront/contract'
import { toolSchemas } from '@lakefront/contract/schemas'
import {
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server'
import type { Clock } from './clock.ts'
import type { Script, ScriptedCall, Stage } from './script.ts'
import type { ScriptedResults } from './scriptedResults.ts'

type ScriptedServerParts = { script: Script; clock: Clock; calls: ScriptedCall[]; results: ScriptedResults }

/** One MCP server, as the SDK wants one for each request. Its tools are the script's. */
export function createScriptedServer({ script, clock, calls, results }: ScriptedServerParts): McpServer {
  const mcp = new McpServer({ name: 'scripted-gateway', version: '0.0.0' }, { capabilities: { tools: {} } })
  const tools = Object.keys(script).map((name) => ({ name, inputSchema: { type: 'object' as const } }))

  mcp.server.setRequestHandler('tools/list', () => ({ tools }))
  mcp.server.setRequestHandler('tools/call', async ({ params }, context): Promise<CallToolResult> => {
    const { signal } = context.mcpReq
    const tool = params.name as ToolName
    const stage: Stage = {
      signal,
      emit: emitter(context),
      sleep: (durationMs) => clock.sleep(durationMs, signal),
      openResult: results.open,
      timestamp: () => new Date(clock.now()).toISOString(),
    }
    try {
      const input = readInput(tool, params.arguments)
      calls.push({ tool, input, signal })
      const output = await script[tool]?.(input as never, stage)
      return { content: [{ type: 'text', text: `Played ${tool}.` }], structuredContent: { ...output } }
    } catch (error) {
      return toErrorResult(error)
    }
  })
  return mcp
}

function readInput(tool: ToolName, input: unknown): unknown {
  const parsed = toolSchemas[tool].input.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  throw new RequestError('invalid-input', { message: `${tool}: ${parsed.error.message}` })
}

/** Sends events as the gateway does: only to a caller that wants progress and knows the extension. */
function emitter({ mcpReq }: ServerContext) {
  const progressToken = mcpReq._meta?.progressToken
  const capabilities = Object(mcpReq.envelope)[CLIENT_CAPABILITIES_META_KEY]
  // A caller of the 2025 era has said so once, to an instance of the server that is gone.
  const isUnaware = capabilities !== undefined && capabilities.extensions?.[answerEventsExtension] === undefined
  let progress = 0
  return async (event: AnswerEvent) => {
    if (progressToken === undefined || isUnaware) return
    progress += 1
    await mcpReq.notify({
      method: 'notifications/progress',
      params: { progressToken, progress, _meta: { [answerEventMetaKey]: event } },
    })
  }
}

function toErrorResult(error: unknown): CallToolResult {
  const body = toErrorBody(error)
  return {
    isError: true,
    content: [{ type: 'text', text: body.error.message }],
    structuredContent: body,
    _meta: { [errorMetaKey]: body },
  }
}

function toErrorBody(error: unknown): ErrorBody {
  if (!LakefrontError.isInstance(error))
    return { error: { code: 'internal', message: String(error), retryable: false } }
  const { code, message, retryable } = error
  const source = 'source' in error ? error.source : undefined
  const retryAt = 'retryAt' in error ? error.retryAt?.toISOString() : undefined
  return { error: { code, message, retryable, ...(source && { source }), ...(retryAt && { retryAt }) } }
}
