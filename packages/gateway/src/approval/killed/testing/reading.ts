import { randomUUID } from 'node:crypto'
import type { ErrorBody, ToolInput, ToolName, ToolOutput } from '@lakefront/contract'
import { parseConfig } from '../../../config/parseConfig.ts'
import type { LakefrontConfig, StoreConfig } from '../../../config/types.ts'
import { callTool } from '../../../mcp/callTool.ts'
import { openRooms } from '../../../openRooms.ts'
import type { Caller } from '../../../results/port.ts'
import type { Rooms } from '../../../rooms.ts'
import type { Source } from '../../../sources/port.ts'
import { auditSecret } from './killable.ts'

/** Where gateways that are killed keep their state, and read. */
export type Readable = { storeConfig: StoreConfig; lakehouseUrl: string }

export const anna: Caller = { tenantId: 'erie', userId: 'anna', roles: [] }
export const boss: Caller = { tenantId: 'erie', userId: 'boss', roles: ['boss'] }

/** Size of the file behind the table that is read. */
const fileBytes = 201

/** A gateway before a lakehouse each of whose statements costs a dollar, which somebody else has to agree to. */
function readingConfig({ storeConfig, lakehouseUrl }: Readable): LakefrontConfig {
  return {
    sources: { lakehouse: { mcp: { url: lakehouseUrl }, dialect: 'duckdb' } },
    store: storeConfig,
    prices: { asOf: '2026-11-01', usdPerTebibyteScanned: { lakehouse: 1024 ** 4 / fileBytes } },
    budgets: { caps: [{ scope: 'user', period: 'day', capUsd: 1_000_000, confirmAboveUsd: 0.5 }] },
    approvals: { approvers: { roles: ['boss'], fourEyes: true } },
    audit: { secret: auditSecret },
    authentication: { jwtSecret: 'not used here, but long enough for it' },
  }
}

/** All rooms of a gateway, without its door. Tells when a statement is sent. */
export async function openReading(
  readable: Readable,
  onFault: (error: unknown) => void,
  onSent = () => {},
): Promise<Rooms> {
  const rooms = await openRooms(parseConfig(readingConfig(readable)), { onFault })
  const told = [...rooms.sources].map(([id, source]): [string, Source] => {
    const query: Source['query'] = (sql, options) => {
      onSent()
      return source.query(sql, options)
    }
    return [id, { ...source, query }]
  })
  return { ...rooms, sources: new Map(told) }
}

/** As a gateway closes that is told to stop. */
export async function closeReading(rooms: Rooms): Promise<void> {
  await rooms.results.close()
  await Promise.all([...rooms.sources.values()].map((source) => source.close()))
  await rooms.approvals?.close()
  await rooms.budget.close()
  await rooms.audit?.close()
  await rooms.store?.close()
}

/** Calls a tool as a peer does, past the door. */
export async function call<Name extends ToolName>(rooms: Rooms, caller: Caller, name: Name, input: ToolInput<Name>) {
  const { signal } = new AbortController()
  const onFault = (error: unknown) => {
    throw error
  }
  const context = { rooms, callId: randomUUID(), caller, signal, emit: () => undefined, onFault }
  const reply = await callTool(name, input, { context, isLegacy: false, origin: 'http://localhost' })
  return {
    output: reply.structuredContent as ToolOutput<Name>,
    error: reply.isError ? (reply.structuredContent as ErrorBody).error : undefined,
  }
}
