import type { Column } from '@lakefront/contract'
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
    case 'date':
      return { kind: 'date' }
    case 'timestamp':
      return { kind: 'timestamptz' }
    default:
      return { kind: 'text' }
  }
}
