import type { Column } from '@lakefront/contract'
import type { ArrowType } from '../../arrow/port.ts'
import { arrowTypeOf } from '../../arrow/types.ts'
import { largestScale } from '../inferType.ts'
import { arrayElements } from './arrays.ts'

const timestampWithoutZone = 1114

const types: Readonly<Record<number, Column['type']>> = {
  16: 'boolean',
  17: 'binary',
  20: 'integer',
  21: 'integer',
  23: 'integer',
  26: 'integer',
  114: 'struct',
  700: 'float',
  701: 'float',
  1082: 'date',
  1114: 'timestamp',
  1184: 'timestamp',
  1700: 'decimal',
  3802: 'struct',
}

export type DescribedColumn = { column: Column; arrow: ArrowType }

/**
 * Our columns for what Postgres describes by type number.
 *
 * @param wholeRows - All rows, when they are known: Postgres does not tell the scale of a computed number, so it is
 * taken from them. Otherwise such numbers travel as text.
 */
export function describeColumns(
  columns: readonly { name: string; type: number }[],
  wholeRows: readonly (readonly unknown[])[] | undefined,
): DescribedColumn[] {
  return columns.map(({ name, type: oid }, index) => {
    const type = arrayElements[oid] ? 'list' : (types[oid] ?? 'text')
    const scale = type === 'decimal' && wholeRows ? scaleOf(wholeRows, index) : undefined
    const column: Column = scale === undefined ? { name, type } : { name, type, scale }
    if (type === 'integer') return { column, arrow: { kind: oid === 20 || oid === 26 ? 'int64' : 'int32' } }
    return { column, arrow: oid === timestampWithoutZone ? { kind: 'timestamp' } : arrowTypeOf(column) }
  })
}

/** NaN and infinities have no place in a decimal: a column that holds them stays text. */
function scaleOf(rows: readonly (readonly unknown[])[], index: number): number | undefined {
  const texts = rows.flatMap((row) => (row[index] === null ? [] : [String(row[index])]))
  return texts.every((text) => /^-?[\d.]{1,37}$/.test(text)) ? largestScale(texts) : undefined
}
