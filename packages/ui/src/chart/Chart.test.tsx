import type { Column, Row, Turn } from '@lakefront/react'
import { sampleAnswer, sampleColumns, sampleResultPage, sampleRows } from '@lakefront/testing'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUnderGateway } from '../../test/underGateway.tsx'
import { AssistantPanel } from '../assistant-panel/index.tsx'
import type { OpenRecord } from '../result-table/ResultTableContext.ts'

const answered = sampleAnswer()
const amount: Column = { name: 'units', title: 'Units', type: 'integer', unit: 'count', role: 'measure' }
const month: Column = { name: 'month', title: 'Month', type: 'text', role: 'dimension' }
type Result = Partial<NonNullable<Turn['result']>>

async function showChart(result: Result = {}, onOpenRecord?: OpenRecord) {
  const turn: Turn = { ...answered, id: 'turn-1', title: 'Margin', result: sampleResultPage(result) }
  const { screen } = await renderUnderGateway(
    <AssistantPanel.Root onOpenRecord={onOpenRecord} theme="light">
      <AssistantPanel.Turn turn={turn}>
        <AssistantPanel.Result />
      </AssistantPanel.Turn>
    </AssistantPanel.Root>,
  )
  await screen.getByText('Chart', { exact: true }).click()
  const chart = screen.getByRole('group', { name: /^Margin,/ })
  await expect.element(chart).toBeVisible()
  return { screen, chart }
}

const months = (rows: Row[]): Result => ({ columns: [month, amount], rows, handle: 'months' })

test('default', async () => {
  const { screen, chart } = await showChart()
  await expect.element(chart).toHaveAttribute('aria-label', 'Margin, Bar chart')
  await expect.element(screen.getByText('The chart shows the 30 largest of 42 rows.')).toBeVisible()
  expect(chart.getByRole('img').elements()).toHaveLength(30)
  expect(screen.getByRole('grid').elements()).toHaveLength(0)
  await screen.getByText('Table', { exact: true }).click()
  await expect.element(screen.getByRole('grid', { name: 'Margin' })).toBeVisible()
})

test('behavior: one stop for Tab, arrow keys within, values are said, Enter opens the record', async () => {
  const onOpenRecord = vi.fn()
  const { screen, chart } = await showChart({}, onOpenRecord)
  expect(chart.element().querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  chart.element().querySelector<SVGElement>('[tabindex="0"]')?.focus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(chart.getByRole('button', { name: 'Cuyahoga Hydraulics' })).toHaveFocus()
  await expect.poll(() => statuses()).toContain('Gross margin $1,625,861.14')
  await userEvent.keyboard('{Enter}')
  expect(onOpenRecord).toHaveBeenCalledWith({ entity: 'account', id: '1002', label: 'Cuyahoga Hydraulics' })
  await userEvent.keyboard('{End}{ArrowDown}')
  expect(document.activeElement?.getAttribute('data-mark')).toBe('29')
  await userEvent.keyboard('{Home}{Escape}')
  await expect.poll(() => statuses()).not.toContain('Gross margin')
  expect(screen.getByRole('button', { name: 'Great Lakes Fastener & Supply' }).elements()).toHaveLength(1)
})

test('behavior: a press on a bar opens the record like a row', async () => {
  const onOpenRecord = vi.fn()
  const { chart } = await showChart({}, onOpenRecord)
  await chart.getByText('$1,291,120.79').click()
  expect(onOpenRecord).toHaveBeenCalledWith({ entity: 'account', id: '1003', label: 'Brandt & Söhne Bearings' })
})

test('behavior: the chart follows the order of the table', async () => {
  const { screen, chart } = await showChart({ rows: sampleRows(42).slice(0, 5), handle: 'five' })
  await screen.getByText('Table', { exact: true }).click()
  await screen.getByRole('button', { name: 'Account', exact: true }).click()
  await screen.getByText('Chart', { exact: true }).click()
  await expect
    .poll(() => chart.getByRole('img').elements()[0]?.getAttribute('aria-label'))
    .toBe('Brandt & Söhne Bearings')
})

test('behavior: a table of the same values is there for those who hear it', async () => {
  const { chart } = await showChart(
    months([
      ['2026-01', 3],
      ['2026-02', null],
      ['2026-03', '9007199254740993123'],
    ]),
  )
  const data = document.getElementById(chart.element().getAttribute('aria-details') ?? '')
  expect([...(data?.querySelectorAll('tr') ?? [])].map((row) => row.textContent)).toEqual([
    'Jan 2026Units: 3',
    'Mar 2026Units: 9,007,199,254,740,993,123',
  ])
})

test('behavior: there is no switch where no chart fits', async () => {
  const turn: Turn = {
    ...answered,
    id: 'turn-1',
    result: sampleResultPage({ columns: [sampleColumns[1]!], rows: [['A']] }),
  }
  const { screen } = await renderUnderGateway(
    <AssistantPanel.Root>
      <AssistantPanel.Turn turn={turn}>
        <AssistantPanel.Result />
      </AssistantPanel.Turn>
    </AssistantPanel.Root>,
  )
  await expect.element(screen.getByRole('grid')).toBeVisible()
  expect(screen.getByRole('radio').elements()).toHaveLength(0)
})

test.each([
  ['PNG', 'image/png', /^margin-.*\.png$/],
  ['SVG', 'image/svg+xml;charset=utf-8', /^margin-.*\.svg$/],
])('behavior: a picture is saved as %s with what must be known of it', async (format, type, fileName) => {
  const saved = vi.spyOn(URL, 'createObjectURL')
  const pressed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  const { screen } = await showChart({ truncated: true })
  await screen.getByRole('button', { name: 'More actions', expanded: false }).click()
  await screen.getByRole('menuitem', { name: `Download ${format}` }).click()
  await expect.poll(() => pressed.mock.contexts.length, { timeout: 10_000 }).toBe(1)
  expect((pressed.mock.contexts[0] as HTMLAnchorElement).download).toMatch(fileName)
  const blobs = saved.mock.calls.map(([blob]) => blob as Blob)
  expect(blobs.at(-1)?.type).toBe(type)
  const drawing = await blobs[0]!.text()
  expect(drawing).toContain('The chart shows the 30 largest of 42 rows.')
  expect(drawing).toContain('Cut off at 42 rows.')
  expect(drawing).toContain('$2,194,805.63')
  expect(drawing).not.toMatch(/oklch|var\(|class=|tabindex/)
})

function statuses(): string {
  return [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent).join(' ')
}
