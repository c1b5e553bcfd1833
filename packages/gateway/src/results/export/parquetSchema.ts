import type { Column } from '@lakefront/contract'
import type { ArrowType } from '../../arrow/port.ts'
import type { SchemaElement } from './parquetTypes.ts'

/** Most digits of a decimal that Parquet keeps in 64 bits. */
const narrowPrecision = 18
const wideDecimalBytes = 16

/** The Parquet schema of a rowset: every column may be empty. */
export function parquetSchema(columns: readonly Column[], types: readonly ArrowType[]): SchemaElement[] {
  const elements = columns.map((column, index) => elementOf(column, types[index]!))
  return [{ name: 'rows', num_children: columns.length }, ...elements]
}

function elementOf({ name, type }: Column, arrow: ArrowType): SchemaElement {
  const base = { name, repetition_type: 'OPTIONAL' } as const
  switch (arrow.kind) {
    case 'int32':
      return { ...base, type: 'INT32' }
    case 'int64':
      return { ...base, type: 'INT64' }
    case 'float64':
      return { ...base, type: 'DOUBLE' }
    case 'boolean':
      return { ...base, type: 'BOOLEAN' }
    case 'date':
      return { ...base, type: 'INT32', converted_type: 'DATE' }
    case 'binary':
      return { ...base, type: 'BYTE_ARRAY' }
    case 'text':
      return { ...base, type: 'BYTE_ARRAY', ...(type === 'list' || type === 'struct' ? json : utf8) }
    case 'timestamp':
    case 'timestamptz':
      return { ...base, type: 'INT64', logical_type: timestampType(arrow) }
    case 'decimal':
      return { ...base, ...decimalType(arrow) }
  }
}

const json = { converted_type: 'JSON', logical_type: { type: 'JSON' } } as const
const utf8 = { converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const

function timestampType({ kind, isNanoseconds }: { kind: string; isNanoseconds?: boolean }) {
  const unit = isNanoseconds ? 'NANOS' : 'MICROS'
  return { type: 'TIMESTAMP', isAdjustedToUTC: kind === 'timestamptz', unit } as const
}

function decimalType({ precision, scale }: Extract<ArrowType, { kind: 'decimal' }>) {
  const logical = { converted_type: 'DECIMAL', precision, scale } as const
  return precision > narrowPrecision
    ? ({ type: 'FIXED_LEN_BYTE_ARRAY', type_length: wideDecimalBytes, ...logical } as const)
    : ({ type: 'INT64', ...logical } as const)
}
