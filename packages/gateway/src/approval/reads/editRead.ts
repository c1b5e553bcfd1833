import type { Cell } from '@lakefront/contract'
import type { LakefrontConfig } from '../../config/types.ts'
import { GatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'
import type { Source } from '../../sources/port.ts'
import type { Weigh } from '../policy/createWeigh.ts'
import { strictestOf } from '../policy/strictestOf.ts'
import type { OpenRequest } from '../requests/insertRequest.ts'
import type { StoredRequest } from '../requests/judge.ts'
import { readOfStatement } from './readOfStatement.ts'
import { showRead } from './showRead.ts'
import type { Read } from './types.ts'

/** Plans and estimates a question as the wish of somebody. */
export type ReadOfQuestion = (question: string, asker: Caller) => Promise<Read>

export type EditReadOptions = {
  editor: Caller
  /** Names the edited request. */
  newRequestId: string
  /** What is to be read instead: `question`, or `sql`. */
  values: Readonly<Record<string, Cell>>
  readOfQuestion: ReadOfQuestion
  weigh: Weigh
  config: Pick<LakefrontConfig, 'budgets' | 'prices' | 'writes'>
  sources: ReadonlyMap<string, Source>
}

/**
 * Another question or statement in place of the one that was asked for, planned, checked and estimated anew. It stays the
 * wish of whoever asked, who runs it and pays for it. Whoever had to agree has to agree to it, and whoever the policy names
 * for what it would read now: to edit must not be a way around either.
 *
 * @throws {GatewayError} `invalid-input`, `statement-refused`, or `forbidden` where the policy denies it.
 */
export async function editRead(request: StoredRequest, options: EditReadOptions): Promise<OpenRequest> {
  const { approvers, kept } = request
  const { editor, newRequestId, weigh } = options
  const read = await editedRead(request, options)
  const { caller } = read
  const shown = showRead(read)
  const edited = { verdict: 'ask', because: [`It was edited by ${editor.userId}.`], approvers } as const
  const verdict = strictestOf([edited, await weigh(shown, caller)])
  if (verdict.verdict === 'deny') throw new GatewayError({ code: 'forbidden', message: verdict.because.join(' ') })
  const wish = { requestId: newRequestId, caller, agentId: caller.agentId, shown, executor: 'requester' } as const
  return { ...wish, verdict, subjectHash: kept.subjectHash ?? undefined }
}

async function editedRead({ shown, requestedBy, kept }: StoredRequest, options: EditReadOptions): Promise<Read> {
  const { editor, values, readOfQuestion, config, sources } = options
  const asker = {
    tenantId: editor.tenantId,
    userId: requestedBy.userId,
    roles: kept.requesterRoles,
    ...(requestedBy.agentId !== null && { agentId: requestedBy.agentId }),
  }
  if (shown.tool === 'ask') return readOfQuestion(editedText(values, 'question', shown.question), asker)
  const sql = editedText(values, 'sql', shown.statements?.[0]?.sql)
  const source = sources.get(shown.source)
  if (!source) throw refused(`There is no source “${shown.source}” any more.`)
  return readOfStatement(source, sql, { caller: asker, config, signal: AbortSignal.timeout(10_000) })
}

function editedText(values: EditReadOptions['values'], name: string, before: string | undefined): string {
  const text = values[name]
  if (typeof text !== 'string' || text.trim() === '') {
    throw refused(`Say what is to be read instead, in values.${name}.`)
  }
  if (text === before) throw refused('This is what was asked for already; there is nothing to change.')
  return text
}

const refused = (message: string) => new GatewayError({ code: 'invalid-input', message })
