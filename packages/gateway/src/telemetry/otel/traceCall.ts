import { type ErrorBody, errorMetaKey } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/server'
import type { Tracer } from '@opentelemetry/api'
import type { TracedCall } from '../port.ts'
import { readTraceHeaders } from '../traceHeaders.ts'
import type { Instruments } from './instruments.ts'
import { endSpan, SpanKind, startSpan, withSpan } from './traces.ts'

export type TraceCallOptions = {
  tracer: Tracer
  instruments: Instruments
  /** Leaves personal data out of questions. */
  redactQuestion(question: string): string
}

/** Runs a tool call in a span of its own, in the conventions for MCP and GenAI. */
export async function traceCall(
  call: TracedCall,
  run: () => Promise<CallToolResult>,
  { tracer, instruments, redactQuestion }: TraceCallOptions,
): Promise<CallToolResult> {
  const measured = measuredAttributes(call)
  const { question } = Object(call.input) as { question?: unknown }
  const span = startSpan(tracer, {
    name: `tools/call ${call.tool}`,
    kind: SpanKind.SERVER,
    attributes: {
      ...measured,
      'jsonrpc.request.id': String(call.requestId),
      'lakefront.call.id': call.callId,
      'lakefront.tenant.id': call.caller.tenantId,
      ...(typeof question === 'string' && { 'lakefront.question': redactQuestion(question) }),
    },
    ...traceOf(call),
  })
  const startedAt = performance.now()
  const end = (result: CallToolResult | undefined) => {
    // In the conventions' words: the protocol worked, the tool did not.
    const errorType = !result ? '_OTHER' : result.isError ? 'tool_error' : undefined
    const told = errorType === undefined ? measured : { ...measured, 'error.type': errorType }
    instruments.callDuration.record((performance.now() - startedAt) / 1_000, told)
    endSpan(span, outcomeAttributes(result), errorType)
  }
  try {
    const result = await withSpan(span, run)
    end(result)
    return result
  } catch (error) {
    end(undefined)
    throw error
  }
}

/** Few values each, so that they can be measured by. */
function measuredAttributes({ tool, request }: TracedCall) {
  const version = request?.headers.get('mcp-protocol-version')
  return {
    'mcp.method.name': 'tools/call',
    'gen_ai.operation.name': 'execute_tool',
    'gen_ai.tool.name': tool,
    'network.transport': 'tcp',
    'network.protocol.name': 'http',
    ...(version && { 'mcp.protocol.version': version }),
  }
}

/** The message says whose part it is; what the HTTP request says comes second, for it may carry several messages. */
function traceOf({ meta, request }: TracedCall) {
  const ofMessage = readTraceHeaders((name) => meta?.[name])
  const ofRequest = readTraceHeaders((name) => request?.headers.get(name))
  return ofMessage ? { parent: ofMessage, linked: ofRequest } : { parent: ofRequest ?? {} }
}

function outcomeAttributes(result: CallToolResult | undefined) {
  const { status } = Object(result?.structuredContent) as { status?: unknown }
  const body = result?._meta?.[errorMetaKey] as ErrorBody | undefined
  return {
    ...(typeof status === 'string' && { 'lakefront.answer.status': status }),
    ...(body && { 'lakefront.error.code': body.error.code }),
  }
}
