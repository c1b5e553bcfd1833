import { createClient } from '@lakefront/client'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { handlers } from './msw.ts'
import { sampleRows } from './samples/rows.ts'
import * as scenarios from './scenarios/scenarios.ts'

const gatewayUrl = 'http://gateway.test/mcp'
const server = setupServer()

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

test('default: the real client asks and streams', async () => {
  server.use(...handlers(gatewayUrl, scenarios.longTable(5_000)))
  const client = createClient({ gatewayUrl })
  const seen: string[] = []
  const { result } = await client.ask({ question: 'margin?' }, { onEvent: ({ type }) => seen.push(type) })
  expect(seen).toContain('plan-ready')

  let rowCount = 0
  for await (const batch of client.openResult(result!)) rowCount += batch.rowCount
  expect(rowCount).toBe(sampleRows(5_000).length)
})

test('parameters: accepts', async () => {
  server.use(...handlers(gatewayUrl, scenarios.answering(), { accepts: () => false }))
  await expect(createClient({ gatewayUrl }).ask({ question: 'margin?' })).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})
