import { expect, test } from 'vitest'
import { safeSpec } from './safeSpec.ts'

const mark = { mark: 'bar', encoding: { x: { field: 'region' } } }
const nested = (depth: number): Record<string, unknown> => (depth === 0 ? mark : { layer: [nested(depth - 1)] })

test('default: what only draws is kept', () => {
  const spec = { ...mark, transform: [{ filter: 'datum.revenue > 0' }], config: { bar: { color: 'teal' } } }
  expect(safeSpec(spec)).toEqual(spec)
})

test.each([
  ['its own data', { ...mark, data: { values: [{ region: 'Ohio' }] }, datasets: { other: [] } }],
  ['data of a layer', { ...mark, data: { sequence: { start: 0, stop: 1e9 } } }],
  ['options for the page', { ...mark, usermeta: { embedOptions: { loader: {}, patch: 'https://evil.example' } } }],
  ['links', { ...mark, encoding: { ...mark.encoding, href: { value: 'javascript:alert(1)' } } }],
])('behavior: %s is left out', (_what, spec) => {
  expect(safeSpec(spec)).toEqual(mark)
})

test('behavior: a parameter takes hold of no element of the page', () => {
  const spec = { ...mark, params: [{ name: 'pick', bind: { element: '#password' }, select: 'point' }] }
  expect(safeSpec(spec)).toEqual({ ...mark, params: [{ name: 'pick', select: 'point' }] })
})

test.each([
  ['an image', { mark: { type: 'image', url: 'https://evil.example/seen.png' } }],
  ['an image by a field', { mark: 'image', encoding: { url: { field: 'logo' } } }],
  ['a paint', { mark: { type: 'bar', fill: 'URL (https://evil.example/seen.svg#x)' } }],
  ['data to look up', { transform: [{ lookup: 'id', from: { data: { url: '/accounts.json' }, key: 'id' } }] }],
  ['a tree without end', nested(100)],
  ['more than a drawing has', { layer: Array.from({ length: 30_000 }, () => ({})) }],
])('behavior: %s is refused', (_what, spec) => {
  expect(safeSpec(spec)).toBeUndefined()
})

test('behavior: data of its own anywhere is not what is drawn', () => {
  const spec = { layer: [{ ...mark, data: { values: [1] } }, mark] }
  expect(safeSpec(spec)).toEqual({ layer: [mark, mark] })
})
