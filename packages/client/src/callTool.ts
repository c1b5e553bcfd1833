import {
  type AnswerEvent,
  answerEventMetaKey,
  callNameMetaKey,
  errorMetaKey,
  type ToolInput,
  type ToolName,
  type ToolOutput,
} from '@lakefront/contract'
import { checkReply } from './checkReply.ts'
import { type Connection, callTimeoutMs } from './connection.ts'
import { type AnyLakefrontError, GatewayFaultError } from './errors.ts'
import type { CallOptions } from './types.ts'
import { errorFromThrown, errorFromWire, readErrorBody } from './wireErrors.ts'

type CallToolOptions = Pick<CallOptions, 'onEvent'> & { gatewayUrl: string; fetch: typeof fetch; signal: AbortSignal }

/** Calls one tool over the shared connection; throws nothing but our own errors. */
export async function callTool<Name extends ToolName>(
  connection: Connection,
  name: Name,
  input: ToolInput<Name>,
  { gatewayUrl, fetch, signal, onEvent }: CallToolOptions,
): Promise<ToolOutput<Name>> {
  const callName = newCallName()
  const stop = () => stopCall(callName, { gatewayUrl, fetch })
  try {
    signal.throwIfAborted()
    const mcp = await unlessAborted(connection.get(), signal)
    signal.addEventListener('abort', stop, { once: true })
    const result = await mcp.callTool(
      { name, arguments: input, _meta: { [callNameMetaKey]: callName } },
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
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Names need only differ from each other: the gateway keeps every person's apart. */
function newCallName(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
}

/** The reply may be on its way already, with a result that would live on unread. */
function stopCall(callName: string, { gatewayUrl, fetch }: Pick<CallToolOptions, 'gatewayUrl' | 'fetch'>): void {
  fetch(new URL(`/calls/${callName}`, gatewayUrl).href, { method: 'DELETE', keepalive: true }).catch(() => {})
}

function tell(progress: object, onEvent: CallOptions['onEvent']) {
  const event = Object(Object(progress)._meta)[answerEventMetaKey]
  if (typeof event?.type === 'string') onEvent?.(event as AnswerEvent)
}

type ErrorResult = { structuredContent?: unknown; content: unknown; _meta?: unknown }

/** Peers of the older era get the error in `_meta` only, since their clients check even errors against the output schema. */
function errorFromResult(tool: string, { structuredContent, content, _meta }: ErrorResult): AnyLakefrontError {
  const wire = readErrorBody(structuredContent) ?? readErrorBody(Object(_meta)[errorMetaKey])
  const text = Object(Object(content)[0]).text ?? `The tool ${tool} failed.`
  return wire ? errorFromWire(tool, wire) : new GatewayFaultError({ message: String(text) })
}

/** The connection is shared, so one caller's abort ends that caller's wait and not the connecting. */
function unlessAborted<value>(promise: Promise<value>, signal: AbortSignal): Promise<value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
