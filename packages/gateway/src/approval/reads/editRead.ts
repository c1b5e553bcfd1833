import type { LakefrontConfig } from '../../config/types.ts'
import { GatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'
import type { Source } from '../../sources/port.ts'
import type { OpenRequest } from '../requests/insertRequest.ts'
import type { StoredRequest } from '../requests/judge.ts'
import { readOfStatement } from './readOfStatement.ts'
import { showRead } from './showRead.ts'

export type EditReadOptions = {
  editor: Caller
  /** Names the edited request. */
  newRequestId: string
  /** What is to run instead. */
  sql: unknown
  config: Pick<LakefrontConfig, 'prices' | 'writes'>
  sources: ReadonlyMap<string, Source>
}

/**
 * Another statement in place of the one that was asked for, checked and estimated anew. It stays the wish of whoever asked,
 * who runs it and pays for it; and whoever had to agree has to agree to it.
 *
 * @throws {GatewayError} `invalid-input` or `statement-refused`.
 */
export async function editRead(request: StoredRequest, options: EditReadOptions): Promise<OpenRequest> {
  const { shown, requestedBy, approvers, kept } = request
  const { editor, newRequestId, sql, config, sources } = options
  const source = sources.get(shown.source)
  if (shown.tool !== 'run_query' || !source) throw refused('A question cannot be edited. Reject it, and say why.')
  if (typeof sql !== 'string' || sql.trim() === '')
    throw refused('Say which statement is to run instead, in values.sql.')
  const caller = {
    tenantId: editor.tenantId,
    userId: requestedBy.userId,
    roles: kept.requesterRoles,
    ...(requestedBy.agentId !== null && { agentId: requestedBy.agentId }),
  }
  const signal = AbortSignal.timeout(10_000)
  const read = await readOfStatement(source, sql, { caller, config, signal })
  const verdict = { verdict: 'ask', because: [`It was edited by ${editor.userId}.`], approvers } as const
  const subjectHash = kept.subjectHash ?? undefined
  return {
    requestId: newRequestId,
    caller,
    agentId: caller.agentId,
    shown: showRead(read),
    verdict,
    executor: 'requester',
    subjectHash,
  }
}

const refused = (message: string) => new GatewayError({ code: 'invalid-input', message })
