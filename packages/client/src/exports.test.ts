import { expect, test } from 'vitest'
import * as client from './index.ts'

test('exports', () => {
  expect(Object.keys(client).sort()).toMatchInlineSnapshot(`
    [
      "AccessError",
      "BudgetError",
      "CancelledError",
      "GatewayFaultError",
      "GatewayUnreachableError",
      "HandleError",
      "LakefrontError",
      "MalformedReplyError",
      "RequestError",
      "SourceError",
      "StatementError",
      "createClient",
      "withAccessToken",
    ]
  `)
})
