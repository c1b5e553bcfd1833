import type { Column } from '@lakefront/contract'
import { hasNanoseconds, hasZone, ticksPerSecond } from './moments.ts'
import type { ArrowType } from './port.ts'

/** Widest decimal that Arrow's 128 bits hold. */
const maxPrecision = 38

/** How values of a column are laid out when the source has not already encoded them. */
export function arrowTypeOf({ type, scale }: Pick<Column, 'type' | 'scale'>): ArrowType {
  switch (type) {
    case 'integer':
      return { kind: 'int64' }
    case 'decimal':
      // Without a scale the text is kept as it is: guessing one could round.
      return scale === undefined ? { kind: 'text' } : { kind: 'decimal', precision: maxPrecision, scale }
    case 'float':
      return { kind: 'float64' }
    case 'boolean':
      return { kind: 'boolean' }
    case 'binary':
      return { kind: 'binary' }
    case 'date':
      return { kind: 'date' }
    case 'timestamp':
      return { kind: 'timestamptz' }
    default:
      return { kind: 'text' }
  }
}

/**
 * The same where all values are known. Whether a timestamp is a moment or what a clock showed, and how fine it is, only
 * they can tell; some of each have no layout in common and stay text.
 */
export function arrowTypeOfValues(column: Pick<Column, 'type' | 'scale'>, values: readonly unknown[]): ArrowType {
  if (column.type !== 'timestamp') return arrowTypeOf(column)
  const texts = values.flatMap((value) => (typeof value === 'string' && !isEndless(value) ? [value] : []))
  const zoned = texts.filter(hasZone).length
  if (zoned > 0 && zoned < texts.length) return { kind: 'text' }
  const kind = texts.length > 0 && zoned === 0 ? 'timestamp' : 'timestamptz'
  return texts.some(hasNanoseconds) ? { kind, isNanoseconds: true } : { kind }
}

/** How many ticks of a timestamp make a second. */
export function ticksOf({ isNanoseconds }: { isNanoseconds?: boolean }): bigint {
  return isNanoseconds ? ticksPerSecond.nanoseconds : ticksPerSecond.microseconds
}

function isEndless(text: string): boolean {
  return /infinity/i.test(text)
}
