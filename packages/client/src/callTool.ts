import {
  type AnswerEvent,
  answerEventMetaKey,
  type ToolInput,
  type ToolName,
  type ToolOutput,
} from '@lakefront/contract'
import { checkReply } from './checkReply.ts'
import { type Connection, callTimeoutMs } from './connection.ts'
import { type AnyLakefrontError, GatewayFaultError } from './errors.ts'
import type { CallOptions } from './types.ts'
import { errorFromThrown, errorFromWire, parseJson, readErrorBody } from './wireErrors.ts'

type CallToolOptions = Pick<CallOptions, 'onEvent'> & { gatewayUrl: string; signal: AbortSignal }

/** Calls one tool over the shared connection; throws nothing but our own errors. */
export async function callTool<Name extends ToolName>(
  connection: Connection,
  name: Name,
  input: ToolInput<Name>,
  { gatewayUrl, signal, onEvent }: CallToolOptions,
): Promise<ToolOutput<Name>> {
  try {
    signal.throwIfAborted()
    const mcp = await unlessAborted(connection.get(), signal)
    const result = await mcp.callTool(
      { name, arguments: input },
      {
        signal,
        timeout: callTimeoutMs,
        resetTimeoutOnProgress: true,
        onprogress: (progress) => tell(progress, onEvent),
      },
    )
    if (result.isError) throw errorFromResult(name, result)
    return checkReply(name, result.structuredContent)
  } catch (error) {
    const ours = errorFromThrown(gatewayUrl, error, signal)
    if (ours.code === 'gateway-unreachable') connection.forget()
    throw ours
  }
}

function tell(progress: object, onEvent: CallOptions['onEvent']) {
  const event = Object(Object(progress)._meta)[answerEventMetaKey]
  if (typeof event?.type === 'string') onEvent?.(event as AnswerEvent)
}

function errorFromResult(
  tool: string,
  { structuredContent, content }: { structuredContent?: unknown; content: unknown },
): AnyLakefrontError {
  const text = String(Object(Object(content)[0]).text ?? `The tool ${tool} failed.`)
  const wire = readErrorBody(structuredContent) ?? readErrorBody(parseJson(text))
  return wire ? errorFromWire(tool, wire) : new GatewayFaultError({ message: text })
}

/** The connection is shared, so one caller's abort ends that caller's wait and not the connecting. */
function unlessAborted<value>(promise: Promise<value>, signal: AbortSignal): Promise<value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
