import type { Cell } from '@lakefront/react'
import { isNumeric } from '../../format/number.ts'

/** Beyond this, the difference of two values is infinite and no scale can be made. */
const greatest = 1e300

/**
 * A number near enough to place a mark; `null` for a gap. For pixels only: what people read is written from the cell
 * itself, since a decimal of twenty digits does not survive this.
 */
export function toPixelNumber(value: Cell): number | null {
  if (!isNumeric(value)) return null
  return Math.max(-greatest, Math.min(greatest, Number(value)))
}
