import { expect, test } from 'vitest'
import * as arrange from './arrange/index.ts'
import * as governance from './governance/index.ts'
import * as react from './index.ts'

test('exports', () => {
  expect(Object.keys(react).sort()).toMatchInlineSnapshot(`
    [
      "ConversationContext",
      "ConversationProvider",
      "LakefrontError",
      "LakefrontProvider",
      "catalog",
      "catalogKey",
      "catalogOptions",
      "costEstimate",
      "costEstimateKey",
      "costEstimateOptions",
      "createClient",
      "createConversation",
      "createSessionConversationStorage",
      "federatedQuery",
      "federatedQueryKey",
      "federatedQueryOptions",
      "record",
      "recordKey",
      "recordOptions",
      "searchRecords",
      "searchRecordsKey",
      "searchRecordsOptions",
      "useAsk",
      "useCatalog",
      "useClient",
      "useConversation",
      "useConversationStore",
      "useCostEstimate",
      "useFederatedQuery",
      "useLocale",
      "useRecord",
      "useResultRows",
      "useSearchRecords",
    ]
  `)
})

test('exports: arrange', () => {
  expect(Object.keys(arrange)).toEqual(['useArrangedRows'])
})

test('exports: governance', () => {
  expect(Object.keys(governance).sort()).toMatchInlineSnapshot(`
    [
      "approval",
      "approvalKey",
      "approvalOptions",
      "approvals",
      "approvalsKey",
      "approvalsOptions",
      "autonomy",
      "autonomyKey",
      "autonomyOptions",
      "autonomySimulationKey",
      "autonomySimulationOptions",
      "createRecord",
      "decideApproval",
      "grants",
      "grantsKey",
      "grantsOptions",
      "revokeGrant",
      "setAutonomy",
      "simulateAutonomy",
      "updateRecord",
      "useApproval",
      "useApprovals",
      "useAutonomy",
      "useAutonomySimulation",
      "useCreateRecord",
      "useDecideApproval",
      "useGrants",
      "useRevokeGrant",
      "useSetAutonomy",
      "useUpdateRecord",
    ]
  `)
})
