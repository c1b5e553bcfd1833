import { expect, test } from 'vitest'
import * as testing from './index.ts'
import * as msw from './msw.ts'

test('exports', () => {
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "createFakeClock",
      "createTestClient",
      "failedSection",
      "playAnswer",
      "realClock",
      "sampleAccountName",
      "sampleAnswer",
      "sampleApproval",
      "sampleCatalog",
      "sampleColumns",
      "sampleCost",
      "sampleLineage",
      "sampleQuestion",
      "sampleRecord",
      "sampleResultPage",
      "sampleRows",
      "sampleSteps",
      "sampleSummaries",
      "scenarios",
      "scriptedGateway",
    ]
  `)
  expect(Object.keys(testing.scenarios).sort()).toMatchInlineSnapshot(`
    [
      "answering",
      "answeringSlowly",
      "approvals",
      "baseScript",
      "clarification",
      "cutResult",
      "empty",
      "expiredResult",
      "failed",
      "longTable",
      "neverAnswering",
      "partial",
      "recordNotFound",
      "recordWithoutErp",
      "refused",
      "truncated",
      "unavailable",
    ]
  `)
  expect(Object.keys(msw).sort()).toMatchInlineSnapshot(`
    [
      "handlers",
    ]
  `)
})
