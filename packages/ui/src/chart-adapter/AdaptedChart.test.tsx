import type { ChartSpec, Turn } from '@lakefront/react'
import { sampleAnswer, sampleResultPage } from '@lakefront/testing'
import { expect, test, vi } from 'vitest'
import { renderUnderGateway } from '../../test/underGateway.tsx'
import { AssistantPanel } from '../assistant-panel/index.tsx'
import type { OpenRecord } from '../result-table/ResultTableContext.ts'
import type { AdaptedChart, ChartAdapter } from './types.ts'

const answered = sampleAnswer()
const bars = { mark: 'bar', encoding: { y: { field: 'account_name' }, x: { field: 'gross_margin' } } }

type Options = { adapter?: ChartAdapter; spec?: ChartSpec['spec']; onOpenRecord?: OpenRecord }

async function showResult({ adapter, spec = bars, onOpenRecord }: Options) {
  const chart: ChartSpec = { format: 'vega-lite', spec }
  const turn: Turn = { ...answered, id: 'turn-1', title: 'Margin', result: { ...sampleResultPage(), chart } }
  const chartAdapters = adapter && { 'vega-lite': adapter }
  const { screen } = await renderUnderGateway(
    <AssistantPanel.Root onOpenRecord={onOpenRecord} chartAdapters={chartAdapters} theme="light">
      <AssistantPanel.Turn turn={turn}>
        <AssistantPanel.Result />
      </AssistantPanel.Turn>
    </AssistantPanel.Root>,
  )
  return screen
}

/** An adapter that writes what it is given, and remembers it. */
function createAdapter() {
  const drawn: AdaptedChart[] = []
  const removed = vi.fn()
  const adapter: ChartAdapter = async (element, chart) => {
    drawn.push(chart)
    element.textContent = `drawn: ${chart.title}`
    return removed
  }
  return { adapter, drawn, removed }
}

test('default: the host draws what the source sent, with the rows of the result', async () => {
  const { adapter, drawn, removed } = createAdapter()
  const screen = await showResult({ adapter })
  await screen.getByText('Chart', { exact: true }).click()
  const place = screen.getByRole('group', { name: 'Margin', exact: true })
  await expect.element(place.getByText('drawn: Margin')).toBeVisible()
  const { spec, look, locale } = drawn.at(-1)!
  expect((spec.data as { values: Record<string, unknown>[] }).values[0]).toMatchObject({ gross_margin: 2_194_805.63 })
  expect([look.ink, look.line, ...look.series].every((color) => /^#[\da-f]{6}$/.test(color))).toBe(true)
  expect(new Set(look.series).size).toBe(8)
  expect(locale).toBe('en-US')
  await screen.getByText('Table', { exact: true }).click()
  await expect.element(screen.getByRole('grid', { name: 'Margin' })).toBeVisible()
  expect(removed).toHaveBeenCalledTimes(drawn.length)
})

test('behavior: a press on what the adapter drew opens the record like a row', async () => {
  const onOpenRecord = vi.fn()
  const { adapter, drawn } = createAdapter()
  const screen = await showResult({ adapter, onOpenRecord })
  await screen.getByText('Chart', { exact: true }).click()
  await expect.poll(() => drawn.length).toBeGreaterThan(0)
  drawn.at(-1)!.openRow(1)
  expect(onOpenRecord).toHaveBeenCalledWith({ entity: 'account', id: '1002', label: 'Cuyahoga Hydraulics' })
})

test('behavior: without an adapter the kit draws its own chart, and says so', async () => {
  const screen = await showResult({})
  await expect.element(screen.getByText(/The source sent a chart of its own, which cannot be drawn here/)).toBeVisible()
  await screen.getByText('Chart', { exact: true }).click()
  await expect.element(screen.getByRole('group', { name: 'Margin, Bar chart' })).toBeVisible()
})

test.each([
  ['would load something', { mark: { type: 'image', url: 'https://evil.example/seen.png' } }],
  ['does not fit the rows', { mark: 'bar', encoding: { x: { field: 'territory' } } }],
])('behavior: a chart that %s is not handed to the adapter', async (_why, spec) => {
  const { adapter, drawn } = createAdapter()
  const screen = await showResult({ adapter, spec })
  await screen.getByText('Chart', { exact: true }).click()
  await expect.element(screen.getByText(/which does not fit these rows or would load something/)).toBeVisible()
  await expect.element(screen.getByRole('group', { name: 'Margin, Bar chart' })).toBeVisible()
  expect(drawn).toEqual([])
})

test('behavior: a chart that cannot be drawn gives way to our own', async () => {
  const screen = await showResult({ adapter: () => Promise.reject(new Error('Invalid specification')) })
  await screen.getByText('Chart', { exact: true }).click()
  await expect.element(screen.getByText(/which could not be drawn/)).toBeVisible()
  await expect.element(screen.getByRole('group', { name: 'Margin, Bar chart' })).toBeVisible()
})
