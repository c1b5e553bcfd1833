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
      "useHeldResultRows",
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
      "audit",
      "auditKey",
      "auditOptions",
      "autonomy",
      "autonomyKey",
      "autonomyOptions",
      "autonomySimulationKey",
      "autonomySimulationOptions",
      "budget",
      "budgetKey",
      "budgetOptions",
      "createRecord",
      "decideApproval",
      "grants",
      "grantsKey",
      "grantsOptions",
      "revokeGrant",
      "setAutonomy",
      "simulateAutonomy",
      "spending",
      "spendingKey",
      "spendingOptions",
      "updateRecord",
      "useApproval",
      "useApprovals",
      "useAudit",
      "useAutonomy",
      "useAutonomySimulation",
      "useBudget",
      "useCreateRecord",
      "useDecideApproval",
      "useGrants",
      "useRevokeGrant",
      "useSetAutonomy",
      "useSpending",
      "useTurnApproval",
      "useUpdateRecord",
    ]
  `)
})
