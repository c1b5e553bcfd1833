import { randomUUID } from 'node:crypto'
import { openStore } from '../../store/openStore.ts'
import { openApprovals } from '../openApprovals.ts'

/**
 * A gateway's approvals, at work until somebody kills it: asks for a record, approves it, over and over. Every fourth wish is
 * left to wait. Tells each line before and after, so that a test knows what had been promised when it died.
 */
const [stateUrl, shopUrl] = process.argv.slice(2) as [string, string]
const store = await openStore({ url: stateUrl })
const approvals = openApprovals({
  store,
  sources: new Map(),
  onCarriedOut: async () => undefined,
  onFault: (error) => tell('fault', String(error)),
  config: {
    sources: { shop: { postgres: { url: shopUrl, writerUrl: shopUrl } } },
    authentication: { jwtSecret: 'not used here, but long enough for it' },
    writes: {
      deal: {
        title: 'Deal',
        source: 'shop',
        table: 'deal',
        keyColumn: 'id',
        labelColumn: 'name',
        columns: [{ name: 'name' }],
        mayCreate: true,
      },
    },
  },
})
const caller = { tenantId: 'erie', userId: 'anna', roles: [] }

function tell(...words: string[]) {
  process.stdout.write(`${words.join(' ')}\n`)
}

tell('ready')
for (let number = 0; ; number++) {
  const requestId = randomUUID()
  const wish = { entity: 'deal', id: null, values: { name: requestId } }
  const { shownHash } = await approvals.propose({ requestId, tool: 'create_record', wish, caller })
  tell('asked', requestId)
  if (number % 4 === 3) continue
  const { state } = await approvals.decide(requestId, { caller, decision: 'approve', shownHash })
  tell(state, requestId)
}
