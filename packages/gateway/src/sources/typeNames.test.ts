import { expect, test } from 'vitest'
import { columnTypeOf } from './typeNames.ts'

test.each([
  ['DECIMAL(14,2)', { type: 'decimal', scale: 2 }],
  ['numeric', { type: 'decimal' }],
  ['NUMERIC(10)', { type: 'decimal', scale: 0 }],
  ['Decimal(18, 4)', { type: 'decimal', scale: 4 }],
  ['HUGEINT', { type: 'decimal', scale: 0 }],
  ['BIGINT', { type: 'integer' }],
  ['int8', { type: 'integer' }],
  ['UInt64', { type: 'integer' }],
  ['Nullable(Int32)', { type: 'integer' }],
  ['LowCardinality(Nullable(String))', { type: 'text' }],
  ['character varying(20)', { type: 'text' }],
  ['double precision', { type: 'float' }],
  ['DOUBLE', { type: 'float' }],
  ['BOOLEAN', { type: 'boolean' }],
  ['date', { type: 'date' }],
  ['timestamp with time zone', { type: 'timestamp' }],
  ['TIMESTAMP(6)', { type: 'timestamp' }],
  ['TIMESTAMP_NTZ', { type: 'timestamp' }],
  ['bytea', { type: 'binary' }],
  ['jsonb', { type: 'struct' }],
  ['STRUCT(a INTEGER)', { type: 'struct' }],
  ['VARCHAR[]', { type: 'list' }],
  ['array<string>', { type: 'list' }],
  ['', { type: 'text' }],
])('default: %s', (name, type) => {
  expect(columnTypeOf(name)).toEqual(type)
})
