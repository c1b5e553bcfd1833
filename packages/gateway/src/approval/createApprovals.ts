import type { ShownEffect } from '@lakefront/contract'
import type { WriteConfig } from '../config/types.ts'
import { GatewayError, toGatewayError } from '../errors.ts'
import type { Caller } from '../results/port.ts'
import { planWrite, showWrite, type Wish, writeOf } from './effects/planWrite.ts'
import type { RecordWriter } from './effects/port.ts'
import type { Weigh } from './policy/createWeigh.ts'
import type { Requests } from './requests/createRequests.ts'
import { hashShown } from './requests/hashShown.ts'
import type { OpenRequest } from './requests/insertRequest.ts'
import type { Decision, StoredRequest } from './requests/judge.ts'

export type ApprovalsOptions = {
  requests: Requests
  weigh: Weigh
  writes: Readonly<Record<string, WriteConfig>>
  /** Writers by source id. */
  writers: ReadonlyMap<string, RecordWriter>
  titleOfSource(source: string): string
  /** Told of what was carried out after its call had been answered. */
  onCarriedOut(tenantId: string, request: StoredRequest): Promise<void>
  /** Told of what goes wrong where nobody waits for it. */
  onFault(error: unknown): void
}

export type Proposal = { requestId: string; tool: string; wish: Wish; caller: Caller }

/** What somebody puts in place of what was asked for, having seen what `shownHash` names. */
export type Edited = { caller: Caller; shownHash: string; values: Wish['values']; newRequestId: string }

/** Lets records be written, by the policy or by people, each effect once. */
export type Approvals = {
  /** Asks for a write, and carries it out when the policy lets it happen by itself. */
  propose(proposal: Proposal): Promise<StoredRequest>
  /** Decides, and carries out what is approved thereby. */
  decide(requestId: string, decision: Omit<Decision, 'at'>): Promise<StoredRequest>
  /** Replaces what is asked for by an edited write, which is shown and decided anew. */
  edit(requestId: string, edited: Edited): Promise<StoredRequest>
  /** Requests of one's own, and those that one may decide. */
  list: Requests['list']
  /** Carries out what was approved and left undone, by this gateway or one that died. */
  resume(): Promise<void>
  close(): Promise<void>
}

const foreignRequest = () =>
  new GatewayError({ code: 'forbidden', message: 'A request of somebody else has this name.' })

/** What cannot succeed later either: the request has failed, and whoever asked hears why. */
const finalCodes = ['record-changed', 'record-not-found', 'invalid-input', 'forbidden', 'unknown-entity']

export function createApprovals(options: ApprovalsOptions): Approvals {
  const { requests, weigh, writes, writers, titleOfSource, onCarriedOut, onFault } = options

  function configOf(entity: string): WriteConfig {
    const config = Object.hasOwn(writes, entity) ? writes[entity] : undefined
    if (config) return config
    const known = Object.keys(writes).join(', ') || 'none'
    throw new GatewayError({
      code: 'unknown-entity',
      message: `Nothing called "${entity}" can be written. There are: ${known}.`,
    })
  }

  async function show(tool: string, wish: Wish): Promise<ShownEffect> {
    const config = configOf(wish.entity)
    const preview = await writers.get(config.source)!.preview(planWrite(wish, config), [config.labelColumn])
    const label = String(preview.after[config.labelColumn] ?? wish.id ?? '')
    const shown = showWrite({ tool, wish, config, sourceTitle: titleOfSource(config.source), label, preview })
    if (shown.changes.length > 0) return shown
    throw new GatewayError({
      code: 'invalid-input',
      message: `This stands in “${label}” already; there is nothing to change.`,
    })
  }

  async function toRequest({ requestId, tool, wish, caller }: Proposal): Promise<OpenRequest> {
    const shown = await show(tool, wish)
    const verdict = await weigh(shown, caller)
    if (verdict.verdict === 'deny') throw new GatewayError({ code: 'forbidden', message: verdict.because.join(' ') })
    return { requestId, caller, agentId: caller.agentId, shown, verdict }
  }

  async function carryOut(tenantId: string, requestId: string): Promise<StoredRequest> {
    if (!(await requests.claim(tenantId, requestId))) return requests.read(tenantId, requestId)
    const request = await requests.read(tenantId, requestId)
    try {
      const recordId = await write(request)
      return await requests.finish(tenantId, requestId, { state: 'done', recordId, message: null })
    } catch (thrown) {
      const { code, message } = toGatewayError(thrown)
      if (code === 'internal') onFault(thrown)
      if (finalCodes.includes(code)) {
        return requests.finish(tenantId, requestId, { state: 'failed', recordId: null, message })
      }
      // It may go better later: it stays approved, and is taken up again.
      await requests.release(tenantId, requestId)
      return request
    }
  }

  function write({ requestId, shown, shownHash }: StoredRequest): Promise<string> {
    if (hashShown(shown).hash !== shownHash) {
      throw new GatewayError({ code: 'forbidden', message: 'What was approved is not what is on record.' })
    }
    const config = configOf(shown.record?.entity ?? '')
    return writers.get(config.source)!.apply(requestId, writeOf(shown, config))
  }

  const carryOutIfApproved = (request: StoredRequest, { tenantId }: Caller) =>
    request.state === 'approved' && request.kept.executor === 'gateway'
      ? carryOut(tenantId, request.requestId)
      : request

  return {
    async propose(proposal) {
      // Asked again under the same name, as after a lost reply: what became of it is told, and nothing is done anew.
      const { caller, requestId } = proposal
      const known = await requests.find(caller.tenantId, requestId)
      if (known && known.requestedBy.userId !== caller.userId) throw foreignRequest()
      return carryOutIfApproved(known ?? (await requests.open(await toRequest(proposal))), caller)
    },
    async decide(requestId, decision) {
      return carryOutIfApproved(await requests.decide(requestId, decision), decision.caller)
    },
    async edit(requestId, { caller, shownHash, values, newRequestId }) {
      const { shown, approvers } = await requests.read(caller.tenantId, requestId)
      const wish = { entity: shown.record?.entity ?? '', id: shown.record?.id ?? null, values }
      const edited = await toRequest({ requestId: newRequestId, tool: shown.tool, wish, caller })
      // Whatever the policy says of who edits, it is asked for, and of those who had to agree before: to edit must not be a
      // way around a quorum or a second pair of eyes.
      const verdict = { verdict: 'ask', because: ['It was edited.'], approvers } as const
      return requests.replace(requestId, { ...edited, verdict, shownHash })
    },
    list: requests.list,
    async resume() {
      for (const { tenantId, requestId } of await requests.unfinished()) {
        await carryOut(tenantId, requestId)
          .then((request) => (request.state === 'approved' ? undefined : onCarriedOut(tenantId, request)))
          .catch(onFault)
      }
    },
    async close() {
      await Promise.all([...writers.values()].map((writer) => writer.close()))
    },
  }
}
