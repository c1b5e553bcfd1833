import type { Cell, Row } from '@lakefront/contract'
import type { ColumnFilter, SortKey } from '../types.ts'
import { columns } from './fixture.ts'

/** What the engine does, written as simply as can be. */
const collator = new Intl.Collator('en', { numeric: true })

export function naiveOrder(rows: readonly Row[], sort: readonly SortKey[]): number[] {
  const order = rows.map((_row, rowIndex) => rowIndex)
  return order.sort((left, right) => {
    for (const { columnIndex, direction } of sort) {
      const [a, b] = [rows[left]![columnIndex]!, rows[right]![columnIndex]!]
      const last = lastness(a) - lastness(b)
      if (last !== 0) return last
      const difference = lastness(a) ? 0 : naiveCompare(columnIndex, a, b)
      if (difference !== 0) return direction === 'descending' ? -difference : difference
    }
    return left - right
  })
}

function lastness(cell: Cell): number {
  return cell === null ? 2 : cell === 'NaN' ? 1 : 0
}

function naiveCompare(columnIndex: number, a: Cell, b: Cell): number {
  switch (columns[columnIndex]!.type) {
    case 'integer':
    case 'decimal': {
      const difference = scaled(a) - scaled(b)
      return difference < 0n ? -1 : difference > 0n ? 1 : 0
    }
    case 'boolean':
      return Number(String(a) === 'true') - Number(String(b) === 'true')
    case 'float':
      return Number(a) === Number(b) ? 0 : Number(a) < Number(b) ? -1 : 1
    case 'date':
    case 'timestamp':
      return Date.parse(String(a)) - Date.parse(String(b))
    default:
      return collator.compare(String(a), String(b))
  }
}

/** At scale 10, which no value of the fixture exceeds. */
export function scaled(cell: Cell): bigint {
  const [whole = '', fraction = ''] = String(cell).split('.')
  return BigInt(whole + fraction.padEnd(10, '0'))
}

export function naivePasses(row: Row, filter: ColumnFilter): boolean {
  const cell = row[filter.columnIndex] ?? null
  switch (filter.operator) {
    case 'empty':
      return cell === null
    case 'not-empty':
      return cell !== null
    case 'one-of':
      return filter.values.some((value) => value === cell)
    case 'between': {
      if (cell === null || cell === 'NaN') return false
      const compare = (bound: string) => naiveCompare(filter.columnIndex, cell, bound)
      return (filter.low === null || compare(filter.low) >= 0) && (filter.high === null || compare(filter.high) <= 0)
    }
    default:
      throw new Error(`not in the oracle: ${filter.operator}`)
  }
}
