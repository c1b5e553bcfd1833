import type { Column } from '@lakefront/contract'
import type { Dimension, Measure } from '../semantic/port.ts'

/** A column as the source gave it, with what the semantic model says of how it reads. */
export function memberColumn(column: Column, member: Dimension | Measure | undefined): Column {
  if (!member) return column
  const { unit, currency, scale } = member.format
  return {
    ...column,
    title: member.displayName,
    ...(unit !== undefined && { unit }),
    ...(currency !== undefined && { currency }),
    ...(scale !== undefined && { scale }),
  }
}
