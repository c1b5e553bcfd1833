import type { Column } from '@lakefront/react'
import { isNumberColumn } from '../format/number.ts'

/** Numbers end where their column ends, so that digits stand under digits; shares start where their bars start. */
export function alignOf(column: Column): 'start' | 'end' {
  return isNumberColumn(column) && column.role !== 'share' ? 'end' : 'start'
}
