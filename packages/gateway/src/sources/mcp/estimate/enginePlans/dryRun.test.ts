import type { CallToolResult, Tool } from '@modelcontextprotocol/client'
import { expect, test } from 'vitest'
import { findDryRun, readDryRun } from './dryRun.ts'

const toolOf = (name: string, ...properties: string[]): Tool => ({
  name,
  inputSchema: { type: 'object', properties: Object.fromEntries(properties.map((property) => [property, {}])) },
})

test.each([
  [
    'a flag of the SQL tool',
    [toolOf('execute_sql', 'projectId', 'query', 'dryRun')],
    { query: 'select 1', dryRun: true },
  ],
  ['a tool of its own', [toolOf('execute_sql', 'sql'), toolOf('dry_run_query', 'query')], { query: 'select 1' }],
])('parameters: %s', (_case, tools, input) => {
  expect(findDryRun(tools, 'execute_sql')?.input('select 1')).toEqual(input)
})

test('behavior: a flag of another tool is not the SQL tool’s', () => {
  expect(
    findDryRun([toolOf('execute_sql', 'sql'), toolOf('load_table', 'query', 'dryRun')], 'execute_sql'),
  ).toBeUndefined()
})

const job = (accuracy: string) => ({
  statistics: { totalBytesProcessed: '1048576', query: { totalBytesProcessedAccuracy: accuracy } },
})
const told = (value: Record<string, unknown>): CallToolResult => ({ content: [], structuredContent: value })

test.each([
  ['exact', told(job('PRECISE')), { low: 1_048_576, expected: 1_048_576, high: 1_048_576 }, 'exact'],
  ['an upper bound', told(job('UPPER_BOUND')), { low: 0, expected: 1_048_576, high: 1_048_576 }, 'upper-bound'],
  ['shortened', told({ total_bytes_processed: 512 }), { low: 0, expected: 512, high: 512 }, 'upper-bound'],
  [
    'text',
    { content: [{ type: 'text', text: '{"totalBytesProcessed":"512"}' }] } satisfies CallToolResult,
    { low: 0, expected: 512, high: 512 },
    'upper-bound',
  ],
])('parameters: %s', (_case, reply, bytesScanned, confidence) => {
  expect(readDryRun(reply)).toMatchObject({ bytesScanned, confidence })
})

test.each([
  ['a lower bound', told(job('LOWER_BOUND'))],
  ['an unknown accuracy', told(job('UNKNOWN'))],
  ['a failure', { ...told(job('PRECISE')), isError: true }],
  ['something else', told({ ok: true })],
])('behavior: %s says nothing of the bill', (_case, reply) => {
  expect(readDryRun(reply)).toBeUndefined()
})
