import { randomUUID } from 'node:crypto'
import type { ToolName } from '@lakefront/contract'
import { openAudit } from '../../../audit/openAudit.ts'
import { recordEffects } from '../../../audit/record/recordEffects.ts'
import { openStore } from '../../../store/openStore.ts'
import { toEffectOutput } from '../../../tools/approvals/effectOutput.ts'
import { openApprovals } from '../../openApprovals.ts'
import type { StoredRequest } from '../../requests/judge.ts'
import { auditSecret, type Killable, writes } from './killable.ts'

/**
 * A gateway's approvals, at work and on the record until somebody kills it: asks for a record, approves it, over and over.
 * Every fourth wish is left to wait. Tells what is done, so that a test knows what had been promised when it died.
 */
const { storeConfig, shopUrl }: Killable = JSON.parse(process.argv[2]!)
const store = await openStore(storeConfig)
const onFault = (error: unknown) => tell('fault', String(error))
const { recorder, log } = openAudit({ config: { secret: auditSecret }, store, hasBudgets: false, onFault })
const approvals = openApprovals({
  store,
  sources: new Map(),
  onCarriedOut: recordEffects(log),
  onFault,
  config: {
    sources: { shop: { postgres: { url: shopUrl, writerUrl: shopUrl } } },
    authentication: { jwtSecret: 'not used here, but long enough for it' },
    writes,
  },
})
const caller = { tenantId: 'erie', userId: 'anna', roles: [] }

function tell(...words: string[]) {
  process.stdout.write(`${words.join(' ')}\n`)
}

/** As a call of the tool would be. */
function call(tool: ToolName, input: object, run: () => Promise<StoredRequest>) {
  return recorder.record({ callId: randomUUID(), tool, input, caller }, async () => toEffectOutput(await run(), caller))
}

tell('ready')
for (let number = 0; ; number++) {
  const requestId = randomUUID()
  const wish = { entity: 'deal', id: null, values: { name: requestId } }
  const asked = { requestId, tool: 'create_record', wish, caller } as const
  const { shownHash } = (await call('create_record', { requestId }, () => approvals.propose(asked))).request
  tell('asked', requestId)
  if (number % 4 === 3) continue
  const decision = { caller, decision: 'approve', shownHash } as const
  const { request } = await call('decide_approval', { requestId }, () => approvals.decide(requestId, decision))
  tell(request.state, requestId)
}
