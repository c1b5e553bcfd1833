import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import * as contract from './index.ts'
import { answerEventSchema, cellSchema, toolSchemas } from './schemas/index.ts'

test('exports', () => {
  expect(Object.keys(contract).sort()).toMatchInlineSnapshot(`
    [
      "answerEventMetaKey",
      "answerEventsExtension",
      "arrowColumnsMetadataKey",
      "arrowStreamMediaType",
      "callNameMetaKey",
      "errorCodes",
      "errorMetaKey",
      "exportFormats",
      "exportHeaders",
      "statementStreamMetaKey",
    ]
  `)
})

test('behavior: the error codes are a published promise', () => {
  expect(Object.keys(contract.errorCodes)).toEqual([
    'unauthenticated',
    'forbidden',
    'invalid-input',
    'unknown-source',
    'unknown-entity',
    'record-not-found',
    'unknown-handle',
    'foreign-handle',
    'expired-handle',
    'statement-refused',
    'statement-failed',
    'source-unavailable',
    'source-garbled',
    'source-timeout',
    'result-limit',
    'budget-exceeded',
    'approval-required',
    'approval-closed',
    'unknown-request',
    'record-changed',
    'cost-unknown',
    'store-unavailable',
    'cancelled',
    'gateway-unreachable',
    'malformed-reply',
    'internal',
  ])
})

test.each(Object.entries(toolSchemas))(
  'behavior: %s has object schemas that every MCP peer can read',
  (_name, schemas) => {
    for (const schema of [schemas.input, schemas.output]) {
      expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({ type: 'object' })
    }
  },
)

test('behavior: the page that needs only types and codes does not load zod', () => {
  const folder = import.meta.dirname
  const runtimeImports = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').match(/^import (?!type).*$/gm) ?? [])
  expect(runtimeImports).toEqual([])
})

test.each([
  ['a 64-bit integer as text', '9007199254740993', true],
  ['a decimal as text', '12345678901234567890.12', true],
  ['null', null, true],
  ['an object', { a: 1 }, false],
  ['a bigint', 1n, false],
])('behavior: a cell may be %s: %o is %s', (_case, value, accepted) => {
  expect(cellSchema.safeParse(value).success).toBe(accepted)
})

test('behavior: ask fills its page size in', () => {
  expect(toolSchemas.ask.input.parse({ question: 'q' })).toEqual({ question: 'q', pageSize: 200 })
})

test('behavior: an event type that is not ours is refused by the schema, so readers can pass it over', () => {
  expect(answerEventSchema.safeParse({ type: 'from-the-future' }).success).toBe(false)
})
