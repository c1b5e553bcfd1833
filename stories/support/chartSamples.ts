import type { Column, Row } from '@lakefront/react'
import { sampleColumns, sampleRows } from '@lakefront/testing'

type Sample = { title: string; columns: readonly Column[]; rows: Row[] }

const money = (name: string, title: string): Column => ({
  name,
  title,
  type: 'decimal',
  scale: 2,
  unit: 'currency',
  currency: 'USD',
  role: 'measure',
})
const named = (name: string, title: string): Column => ({ name, title, type: 'text', role: 'dimension' })
const share: Column = { name: 'share', title: 'Share', type: 'float', unit: 'percent', role: 'share' }
const channels = ['Inside sales', 'Field sales', 'Web', 'EDI']
const warehouses = ['Cleveland', 'Akron', 'Columbus', 'Toledo', 'Pittsburgh', 'Detroit', 'Buffalo', 'Erie']
const regions = ['Lake Shore', 'Ohio Valley', 'Allegheny', 'Michigan', 'Western New York']

/** Amounts that rise and fall like a year's business does. */
const amount = (base: number, index: number, phase = 0) =>
  (base * (1 + 0.22 * Math.sin((index + phase) / 1.9) + index * 0.018)).toFixed(2)

const monthAt = (index: number) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`

/** Results that call for each kind of chart. */
export const chartSamples = {
  margins: { title: 'Gross margin by account', columns: sampleColumns, rows: sampleRows(42) },
  compared: {
    title: 'Revenue by channel',
    columns: [
      named('channel', 'Channel'),
      money('revenue', 'Revenue, 2026'),
      money('previous_revenue', 'Revenue, 2025'),
    ],
    rows: [
      ['Inside sales', '4812090.10', '4120881.75'],
      ['Field sales', '3907412.88', '4203310.40'],
      ['Web', '2841077.40', '1730512.09'],
      ['EDI', '1190442.31', '1188704.66'],
    ],
  },
  months: {
    title: 'Revenue by month',
    columns: [named('month', 'Month'), money('revenue', 'Revenue')],
    rows: Array.from({ length: 23 }, (_, index) => [
      monthAt(index),
      index === 9 ? null : index === 1 ? '412300.05' : amount(390_000, index),
    ]),
  },
  quarters: {
    title: 'Revenue by quarter and warehouse',
    columns: [named('quarter', 'Quarter'), named('warehouse', 'Warehouse'), money('revenue', 'Revenue')],
    rows: Array.from({ length: 8 }, (_, index) => `${2025 + Math.floor(index / 4)}-Q${(index % 4) + 1}`).flatMap(
      (quarter, index) =>
        warehouses.map((warehouse, which) => [
          quarter,
          warehouse,
          amount(900_000 - which * 95_000, index, which * 1.7),
        ]),
    ),
  },
  spread: {
    title: 'Revenue and margin by account',
    columns: [sampleColumns[0]!, sampleColumns[1]!, money('revenue', 'Revenue'), money('gross_margin', 'Gross margin')],
    rows: sampleRows(60).map(([id, name, margin], index) => [
      id!,
      name!,
      (Math.abs(Number(margin)) * (2.4 + Math.sin(index * 7) * 1.1) + 120_000).toFixed(2),
      margin!,
    ]),
  },
  shares: {
    title: 'Revenue by channel',
    columns: [named('channel', 'Channel'), money('revenue', 'Revenue'), share],
    rows: [
      ['Web', '2841077.40', 0.44],
      ['Inside sales', '1937098.22', 0.3],
      ['Field sales', '1097689.00', 0.17],
      ['EDI', '581129.47', 0.09],
    ],
  },
  parts: {
    title: 'Revenue by region and channel',
    columns: [named('region', 'Region'), named('channel', 'Channel'), money('revenue', 'Revenue')],
    rows: regions.flatMap((region, index) =>
      channels.map((channel, which) => [region, channel, amount(620_000 - index * 90_000, index, which * 2.1)]),
    ),
  },
  figure: {
    title: 'Revenue',
    columns: [
      money('revenue', 'Revenue, 2026'),
      money('previous_revenue', 'Revenue, 2025'),
      { name: 'revenue_change', title: 'Change of revenue', type: 'float', unit: 'percent', role: 'change' },
    ],
    rows: [['18420118.07', '16402600.24', 0.123]],
  },
  vast: {
    title: 'Units by plant',
    columns: [
      named('plant', 'Plant'),
      { name: 'units', title: 'Units', type: 'integer', unit: 'count', role: 'measure' },
    ],
    rows: [
      ['Euclid', '9007199254740993123'],
      ['Solon', '4507199254740993007'],
      ['Mentor', '12'],
      ['Parma', null],
    ],
  },
  names: {
    title: 'Contacts',
    columns: [named('name', 'Name'), named('city', 'City')],
    rows: [
      ['Zoë Marchetti', 'Cleveland'],
      ['Dana Kowalski', 'Erie'],
    ],
  },
} satisfies Record<string, Sample>
