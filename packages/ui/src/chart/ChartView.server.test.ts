import { type Column, LakefrontProvider } from '@lakefront/react'
import { createTestClient } from '@lakefront/testing'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { KitRoot } from '../kit/KitRoot.tsx'
import { visibleColumns } from '../result-table/visibleColumns.ts'
import ChartView from './ChartView.tsx'
import { chooseChart } from './choose/chooseChart.ts'
import type { ChartRows } from './types.ts'

const columns: Column[] = [
  { name: 'month', type: 'text', role: 'dimension' },
  { name: 'revenue', type: 'decimal', scale: 2, unit: 'currency', currency: 'USD', role: 'measure' },
]
const cells = [
  ['2026-01', '1250.00'],
  ['2026-02', '1310.50'],
]

test('behavior: a chart is drawn where there is no browser', () => {
  expect('window' in globalThis).toBe(false)
  const rows: ChartRows = {
    columns: visibleColumns(columns),
    rowCount: cells.length,
    valueAt: (place, { columnIndex }) => cells[place]?.[columnIndex] ?? null,
  }
  const view = createElement(ChartView, {
    chart: chooseChart(rows)!,
    rows,
    title: 'Revenue',
    svgRef: { current: null },
  })
  const root = createElement(KitRoot, { locale: 'en-US', timeZone: 'UTC' }, view)
  const html = renderToString(createElement(LakefrontProvider, { client: createTestClient() }, root))
  expect(html).toContain('aria-label="Revenue, Line chart"')
  expect(html).toContain('Feb 2026')
  expect(html).toMatch(/<path[^>]* d="M/)
})
