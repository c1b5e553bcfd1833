import type { Column, Row } from '@lakefront/contract'

/** Columns of *"What is the lifetime gross margin by account for the Cleveland territory?"*. */
export const sampleColumns: readonly Column[] = [
  { name: 'account_id', title: 'Account id', type: 'integer', role: 'key', source: 'crm' },
  {
    name: 'account_name',
    title: 'Account',
    type: 'text',
    role: 'dimension',
    source: 'crm',
    opens: { entity: 'account', keyColumn: 'account_id' },
  },
  {
    name: 'gross_margin',
    title: 'Gross margin',
    type: 'decimal',
    scale: 2,
    unit: 'currency',
    currency: 'USD',
    role: 'measure',
    source: 'lakehouse',
  },
  { name: 'share', title: 'Share of total', type: 'float', unit: 'percent', role: 'share' },
]

const firstNames = [
  'Great Lakes Fastener & Supply',
  'Cuyahoga Hydraulics',
  'Brandt & Söhne Bearings',
  'Lakeside Marine Engines',
  "O'Neill Conveyor Works",
  'Tremont Tool & Die',
  'مصانع البحيرة',
  'Marchetti Valve Co.',
]
const places = [
  'Euclid',
  'Parma',
  'Lakewood',
  'Ohio City',
  'Solon',
  'Berea',
  'Mentor',
  'Shaker',
  'Bedford',
  'Strongsville',
]
const trades = ['Machining', 'Pump & Seal', 'Industrial Coatings', 'Steel Service', 'Electric Motor', 'Packaging']

/** Name of the n-th sample account; the first few are chosen, the rest composed. */
export function sampleAccountName(index: number): string {
  return (
    firstNames[index] ??
    `${places[index % places.length]} ${trades[(index * 7) % trades.length]} ${romanless(index)}`.trim()
  )
}

/** Composed names repeat after a while; a number keeps them apart. */
function romanless(index: number): string {
  const round = Math.floor(index / (places.length * 3))
  return round === 0 ? '' : `No. ${round + 1}`
}

/** Margins in cents, falling steeply as they do in life; the last three accounts have lost money on returns. */
function marginCents(index: number, count: number): bigint {
  const fromEnd = count - index
  if (count > 10 && fromEnd <= 3) return -BigInt((4 - fromEnd) * 1_284_117 + 90_311)
  return BigInt(Math.round(219_480_563 / (1 + index * 0.35))) + BigInt((index * 7_919) % 9_973)
}

/** One row per account, greatest margin first. */
export function sampleRows(count = 42): Row[] {
  const cents = Array.from({ length: count }, (_, index) => marginCents(index, count))
  const total = cents.reduce((sum, value) => sum + value, 0n)
  return cents.map((value, index) => [
    String(1_001 + index),
    sampleAccountName(index),
    toDecimal(value),
    Number(value) / Number(total),
  ])
}

function toDecimal(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
