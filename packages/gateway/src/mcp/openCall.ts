import { randomUUID } from 'node:crypto'
import { callNameMetaKey, type ToolName } from '@lakefront/contract'
import type { CallToolResult, ServerContext } from '@modelcontextprotocol/server'
import type { Caller } from '../results/port.ts'
import type { Rooms } from '../rooms.ts'
import { callerOf } from './callerOf.ts'
import { callTool } from './callTool.ts'
import type { NamedCalls } from './namedCalls.ts'
import type { OlderPeers } from './olderPeers.ts'
import { createEventSender } from './sendEvents.ts'

/** A message that calls a tool, and what can be done on its behalf until it is answered. */
export type OpenedCall = {
  caller: Caller
  request: Request | undefined
  /** Aborted when the peer cancels or is gone, or the caller stops it by its name. */
  signal: AbortSignal
  /** Runs a tool for the caller; each run is a call of its own on the record. */
  call(tool: ToolName, input: unknown): Promise<CallToolResult>
  done(): void
}

export type OpenCallOptions = {
  rooms: Rooms
  olderPeers: OlderPeers
  namedCalls: NamedCalls
  isLegacy: boolean
  onFault(error: unknown): void
}

export function openCall(
  context: ServerContext,
  meta: Readonly<Record<string, unknown>> | undefined,
  { rooms, olderPeers, namedCalls, isLegacy, onFault }: OpenCallOptions,
): OpenedCall {
  const caller = callerOf(context)
  const request = context.http?.req
  const tracked = isLegacy ? olderPeers.track(context.mcpReq.id, request, caller) : undefined
  const name = meta?.[callNameMetaKey]
  const named = typeof name === 'string' ? namedCalls.signalOf(name, caller) : undefined
  const lost = anyOf(request?.signal, named)
  const signal = anyOf(context.mcpReq.signal, lost, tracked?.signal)
  const origin = new URL(request?.url ?? 'http://localhost').origin
  const emit = createEventSender(context, isLegacy && olderPeers.wantsEvents(request))
  const arrived = { requestId: context.mcpReq.id, meta, request }
  return {
    caller,
    request,
    signal,
    call(tool, input) {
      const callId = randomUUID()
      return rooms.telemetry.traceCall({ callId, tool, input, caller, ...arrived }, () =>
        callTool(tool, input, {
          context: { rooms, callId, caller, signal, emit, onFault },
          isLegacy,
          origin,
          onResult: ({ url }) => onceAborted(lost, () => rooms.results.stop(new Request(new URL(url, origin)), caller)),
        }),
      )
    },
    done: () => void tracked?.done(),
  }
}

function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined))
}

/** A result lives on after its reply; one whose reply nobody takes must not. */
function onceAborted(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act()
  else signal.addEventListener('abort', act, { once: true })
}
