import { LakefrontError } from '@lakefront/client'
import {
  type AnswerEvent,
  answerEventMetaKey,
  answerEventsExtension,
  type ErrorBody,
  errorCodes,
  type ToolName,
} from '@lakefront/contract'
import { toolSchemas } from '@lakefront/contract/schemas'
import { McpServer, type ServerContext, type StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import type { Clock } from './clock.ts'
import type { Script, ScriptedCall, Stage } from './script.ts'
import type { ScriptedResults } from './scriptedResults.ts'

type ScriptedServerParts = { script: Script; clock: Clock; calls: ScriptedCall[]; results: ScriptedResults }

/** One MCP server, as the SDK wants one for each request. Its tools are the script's. */
export function createScriptedServer({ script, clock, calls, results }: ScriptedServerParts): McpServer {
  const server = new McpServer({ name: 'scripted-gateway', version: '0.0.0' }, { capabilities: { tools: {} } })

  for (const tool of Object.keys(script) as ToolName[]) {
    const inputSchema: StandardSchemaWithJSON = toolSchemas[tool].input
    server.registerTool(tool, { description: `Scripted ${tool}.`, inputSchema }, async (input, context) => {
      const { signal } = context.mcpReq
      calls.push({ tool, input, signal })
      const stage: Stage = {
        signal,
        emit: emitter(server, context),
        sleep: (durationMs) => clock.sleep(durationMs, signal),
        openResult: results.open,
        timestamp: () => new Date(clock.now()).toISOString(),
      }
      try {
        const output = await script[tool]?.(input as never, stage)
        return { content: [{ type: 'text', text: `Played ${tool}.` }], structuredContent: { ...output } }
      } catch (error) {
        return toErrorResult(error)
      }
    })
  }
  return server
}

/** Sends events as the gateway does: only when the caller wants progress and knows the extension. */
function emitter(server: McpServer, { mcpReq }: ServerContext) {
  const progressToken = mcpReq._meta?.progressToken
  let progress = 0
  return async (event: AnswerEvent) => {
    const { extensions } = Object(server.server.getClientCapabilities())
    // A stateless server of the 2025 era never sees the capabilities of its caller.
    const isUnaware = extensions !== undefined && !(answerEventsExtension in extensions)
    if (progressToken === undefined || isUnaware) return
    progress += 1
    await mcpReq.notify({
      method: 'notifications/progress',
      params: { progressToken, progress, _meta: { [answerEventMetaKey]: event } },
    })
  }
}

function toErrorResult(error: unknown) {
  const body: ErrorBody = LakefrontError.isInstance(error)
    ? {
        error: {
          code: error.code,
          message: error.message,
          retryable: error.retryable,
          ...('source' in error && { source: error.source }),
          ...('retryAt' in error && { retryAt: error.retryAt?.toISOString() }),
        },
      }
    : { error: { code: 'internal', message: String(error), ...errorCodes.internal } }
  return { isError: true, content: [{ type: 'text' as const, text: body.error.message }], structuredContent: body }
}
