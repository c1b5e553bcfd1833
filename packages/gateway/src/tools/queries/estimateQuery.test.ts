import { expect, test } from 'vitest'
import { callTool } from '../../testing/gatewayClient.ts'
import { startSuiteGateway } from '../../testing/suiteGateway.ts'

const suite = startSuiteGateway()

const sql = 'select sum(revenue) as revenue from order_lines'

test('default', async () => {
  const { output, text } = await callTool(suite.client, 'estimate_query', { source: 'lakehouse', sql })
  const { estimate, actual, pricesAsOf } = output.cost
  expect(estimate.expected.bytesScanned).toBeGreaterThan(0)
  const exactUsd = (estimate.expected.bytesScanned! / 1024 ** 4) * 6.25
  expect(estimate.expected.costUsd).toBe(Math.ceil(exactUsd * 1_000_000) / 1_000_000)
  expect({ actual, pricesAsOf, confidence: estimate.confidence }).toEqual({
    actual: null,
    pricesAsOf: '2026-11-01',
    confidence: 'upper-bound',
  })
  expect(text).toMatch(/^About \$.*prices of 2026-11-01/)
})

test('behavior: what ran before corrects what comes', async () => {
  for (let run = 0; run < 3; run++) {
    await callTool(suite.client, 'estimate_query', { source: 'lakehouse', sql })
    await callTool(suite.client, 'run_query', { source: 'lakehouse', sql })
  }
  const { output } = await callTool(suite.client, 'estimate_query', { source: 'lakehouse', sql })
  expect(output.cost.estimate.basis).toContain('corrected by 3 earlier runs')
  expect(output.pastError).toMatchObject({ runs: 3, medianRatio: expect.any(Number) })
})

test('behavior: a free source costs nothing, exactly', async () => {
  const { output } = await callTool(suite.client, 'estimate_query', { source: 'crm', sql: 'select 1 as one' })
  expect(output.cost.estimate).toMatchObject({ expected: { costUsd: 0 }, confidence: 'exact' })
})

test.each([
  ['a source that is not there', { source: 'nowhere', sql }, 'unknown-source'],
  ['what is not a single select', { source: 'lakehouse', sql: 'drop table order_lines' }, 'statement-refused'],
])('behavior: refuses %s', async (_case, input, code) => {
  expect((await callTool(suite.client, 'estimate_query', input)).error?.code).toBe(code)
})
