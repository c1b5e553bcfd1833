import type { CallToolResult } from '@modelcontextprotocol/client'
import { expect, test } from 'vitest'
import { chartOf } from './chartOf.ts'
import { normalise } from './normalise.ts'

const drawing = {
  $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
  mark: 'bar',
  encoding: { x: { field: 'region' }, y: { field: 'revenue' } },
}
const spec = { ...drawing, data: { values: [{ region: 'Ohio', revenue: 1 }] } }
const rows = { columns: ['region', 'revenue'], rows: [['Ohio', 1]] }
const text = (value: unknown) => ({ type: 'text' as const, text: JSON.stringify(value) })
const resource = (mimeType: string, value: unknown) => ({
  type: 'resource' as const,
  resource: { uri: 'chart://1', mimeType, text: JSON.stringify(value) },
})

test.each<[string, CallToolResult]>([
  ['a resource, v5', { content: [text(rows), resource('application/vnd.vegalite.v5+json', spec)] }],
  ['a resource, v6', { content: [text(rows), resource('application/vnd.vegalite.v6+json', spec)] }],
  ['the structured content', { content: [], structuredContent: { ...rows, chart: spec } }],
  [
    'a text within the content',
    { content: [], structuredContent: { ...rows, chart: { chart_spec: JSON.stringify(spec) } } },
  ],
  ['a text', { content: [text({ ...rows, vega_lite_spec: spec })] }],
])('default: a chart in %s comes with the rows, without data', (_place, result) => {
  const outcome = normalise(result)
  expect(outcome).toMatchObject({ status: 'rows', rowset: { rows: [['Ohio', 1]] } })
  expect(outcome.status === 'rows' && outcome.rowset.chart).toEqual({ format: 'vega-lite', spec: drawing })
})

test.each<[string, CallToolResult]>([
  ['rows alone', { content: [text(rows)] }],
  ['a resource of another type', { content: [text(rows), resource('application/json', spec)] }],
  ['a resource that cannot be read', { content: [resource('application/vnd.vegalite.v5+json', 'not an object')] }],
  [
    'a chart of another kind',
    { content: [], structuredContent: { ...rows, chart: { $schema: 'https://vega.github.io/schema/vega/v6.json' } } },
  ],
  [
    'one that is too large',
    { content: [], structuredContent: { ...rows, chart: { ...spec, title: 'x'.repeat(70_000) } } },
  ],
])('behavior: no chart is made of %s', (_case, result) => {
  expect(chartOf(result)).toBeUndefined()
})
