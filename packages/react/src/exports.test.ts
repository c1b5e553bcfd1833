import { expect, test } from 'vitest'
import * as arrange from './arrange/index.ts'
import * as react from './index.ts'

test('exports', () => {
  expect(Object.keys(react).sort()).toMatchInlineSnapshot(`
    [
      "ConversationContext",
      "ConversationProvider",
      "LakefrontError",
      "LakefrontProvider",
      "approvals",
      "approvalsKey",
      "approvalsOptions",
      "catalog",
      "catalogKey",
      "catalogOptions",
      "costEstimate",
      "costEstimateKey",
      "costEstimateOptions",
      "createClient",
      "createConversation",
      "createRecord",
      "createSessionConversationStorage",
      "decideApproval",
      "federatedQuery",
      "federatedQueryKey",
      "federatedQueryOptions",
      "record",
      "recordKey",
      "recordOptions",
      "searchRecords",
      "searchRecordsKey",
      "searchRecordsOptions",
      "updateRecord",
      "useApproval",
      "useApprovals",
      "useAsk",
      "useCatalog",
      "useClient",
      "useConversation",
      "useConversationStore",
      "useCostEstimate",
      "useCreateRecord",
      "useDecideApproval",
      "useFederatedQuery",
      "useLocale",
      "useRecord",
      "useResultRows",
      "useSearchRecords",
      "useUpdateRecord",
    ]
  `)
})

test('exports: arrange', () => {
  expect(Object.keys(arrange)).toEqual(['useArrangedRows'])
})
