import type { Column, Row } from '@lakefront/react'
import { sampleAccountName } from '@lakefront/testing'

const regions = ['Lake Shore', 'Ohio Valley', 'Allegheny', 'Michigan', 'Western New York']
const statuses = ['Picking', 'Shipped', 'Invoiced', 'Return']

/** Eight columns of an order book, one for nearly every type. */
export const orderColumns: readonly Column[] = [
  { name: 'account_id', type: 'integer', role: 'key' },
  {
    name: 'account_name',
    title: 'Account',
    type: 'text',
    role: 'dimension',
    opens: { entity: 'account', keyColumn: 'account_id' },
  },
  { name: 'region', title: 'Region', type: 'text', role: 'dimension' },
  { name: 'status', title: 'Status', type: 'text', role: 'dimension' },
  { name: 'ordered_on', title: 'Ordered', type: 'date', role: 'dimension' },
  { name: 'units', title: 'Units', type: 'integer', unit: 'count', role: 'measure' },
  { name: 'revenue', title: 'Revenue', type: 'decimal', scale: 2, unit: 'currency', currency: 'USD', role: 'measure' },
  { name: 'margin', title: 'Margin', type: 'float', unit: 'percent', role: 'measure' },
]

/** One row of the order book; the same for the same index. */
function orderRow(index: number): Row {
  const spread = (index * 7_919) % 10_007
  return [
    String(1_001 + (index % 400)),
    sampleAccountName(index % 400),
    regions[spread % regions.length]!,
    statuses[(spread >> 3) % statuses.length]!,
    `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((spread % 28) + 1).padStart(2, '0')}`,
    (spread % 90) + 1,
    index % 37 === 0 ? null : `${spread % 29 === 0 ? '-' : ''}${spread}.${String(index % 100).padStart(2, '0')}`,
    ((spread % 600) - 40) / 1_000,
  ]
}

/** Rows of the order book, from one index to another. */
export function orderRows(count: number, from = 0): Row[] {
  return Array.from({ length: count }, (_, index) => orderRow(from + index))
}

/** A result as wide as a plant has sensors. */
export const wideColumns: readonly Column[] = [
  { name: 'machine', title: 'Machine', type: 'text', role: 'dimension' },
  ...Array.from(
    { length: 199 },
    (_, index): Column => ({
      name: `sensor_${index + 1}`,
      title: `Sensor ${index + 1}`,
      type: 'float',
      role: 'measure',
    }),
  ),
]

export function wideRows(count: number, from = 0): Row[] {
  return Array.from({ length: count }, (_, row) => [
    `Press ${from + row + 1}`,
    ...Array.from({ length: 199 }, (_, column) => (((from + row + 1) * (column + 3)) % 1_000) / 10),
  ])
}
