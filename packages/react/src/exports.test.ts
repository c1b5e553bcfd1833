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
