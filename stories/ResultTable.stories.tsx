import { type Column, LakefrontProvider, type Row } from '@lakefront/react'
import { createTestClient, sampleResultPage } from '@lakefront/testing'
import { KitRoot, type KitRootProps, ResultTable, type ResultTableRootProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import './support/askInPanel.ts'
import { orderColumns, orderRows, wideColumns, wideRows } from './support/tableSamples.ts'

type TableStoryProps = Pick<ResultTableRootProps, 'result' | 'title' | 'onOpenRecord' | 'defaultView'> &
  Pick<KitRootProps, 'theme' | 'locale' | 'dir'> & {
    /** Batches that the stream brings, when the page is not the whole result. */
    batches?: () => AsyncIterable<Row[]> | Iterable<Row[]>
    maxResultBytes?: number
    width?: number
  }

function TableStory({ batches, maxResultBytes, width = 720, theme, locale = 'en-US', dir, ...table }: TableStoryProps) {
  const client = createTestClient({}, batches ? { readResult: batches } : {})
  return (
    <LakefrontProvider client={client} locale={locale} maxResultBytes={maxResultBytes}>
      <KitRoot timeZone="UTC" theme={theme} dir={dir} style={{ inlineSize: width, maxInlineSize: '100%' }}>
        <ResultTable.Root {...table}>
          <ResultTable.Grid />
        </ResultTable.Root>
      </KitRoot>
    </LakefrontProvider>
  )
}

const orders = (rowCount = 240, columns: readonly Column[] = orderColumns) =>
  sampleResultPage({ columns: [...columns], rows: orderRows(rowCount) })

const meta = {
  title: 'Assistant/ResultTable',
  component: TableStory,
  args: { title: 'Orders', result: orders(), onOpenRecord: fn() },
} satisfies Meta<typeof TableStory>

export default meta
type Story = StoryObj<typeof meta>

export const Short: Story = {
  args: { title: 'Gross margin by account', result: sampleResultPage(), width: 460 },
  play: async ({ canvas }) => {
    const grid = await canvas.findByRole('grid', { name: 'Gross margin by account' })
    await expect(grid).toHaveAttribute('aria-rowcount', '43')
    await expect(grid.querySelectorAll('tbody tr')).toHaveLength(42)
  },
}

export const SortedBySeveral: Story = {
  args: {
    defaultView: {
      sort: [
        { column: 'region', direction: 'ascending' },
        { column: 'revenue', direction: 'descending' },
      ],
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('columnheader', { name: 'Region' })).toHaveAttribute('aria-sort', 'ascending')
    await expect(canvas.getByRole('columnheader', { name: 'Revenue' })).toHaveTextContent('2')
    await waitFor(() => expect(cellTexts(canvas.getByRole('grid'), 2)[0]).toBe('Allegheny'))
  },
}

/** A filter of each type, with what is left of the rows. */
export const Filtered: Story = {
  args: {
    defaultView: {
      filters: {
        region: { operator: 'one-of', values: ['Michigan', 'Allegheny'] },
        revenue: { operator: 'between', low: '1000', high: null },
      },
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Region: Michigan, Allegheny')).toBeVisible()
    await expect(canvas.getByText('Revenue from $1,000.00')).toBeVisible()
    await expect(await canvas.findByText(/^\d+ of 240 rows$/)).toBeVisible()
    await waitFor(() => {
      const regions = new Set(cellTexts(canvas.getByRole('grid'), 2))
      return expect([...regions].toSorted()).toEqual(['Allegheny', 'Michigan'])
    })
  },
}

export const ChoosingAFilter: Story = {
  play: async ({ canvas, canvasElement }) => {
    await openMenu(canvas, canvasElement, 'Region')
    await userEvent.click(await within(canvasElement).findByRole('menuitem', { name: 'Filter…' }))
    const form = within(await within(canvasElement).findByRole('dialog', { name: 'Filter Region' }))
    await userEvent.selectOptions(form.getByLabelText('Keep rows where it'), 'one-of')
    await userEvent.click(await form.findByRole('checkbox', { name: /Michigan/ }))
    await expect(form.getByRole('checkbox', { name: /Michigan/ })).toBeChecked()
  },
}

export const GroupedWithTotals: Story = {
  args: { defaultView: { groupBy: 'region', totals: true } },
  play: async ({ canvas, canvasElement }) => {
    const grid = await canvas.findByRole('treegrid', { name: 'Orders' })
    const group = await within(grid).findByRole('button', { name: /Lake Shore/ })
    const row = () => group.closest('tr')
    const before = row()?.getAttribute('aria-expanded')
    await userEvent.click(group)
    await waitFor(() => expect(row()?.getAttribute('aria-expanded')).not.toBe(before))
    const totals = within(canvasElement.querySelector('tfoot')!)
    await expect(totals.getByText('Total')).toBeVisible()
    await expect(await totals.findByTitle('Sum of Revenue')).toBeVisible()
    await expect(totals.getByTitle('Average of Margin')).toBeVisible()
  },
}

export const PinnedAndResized: Story = {
  args: {
    width: 520,
    defaultView: { pinned: { margin: 'end' }, widths: { account_name: 150, units: 70 }, order: ['revenue', 'units'] },
  },
  play: async ({ canvas }) => {
    const heading = await canvas.findByRole('columnheader', { name: 'Margin' })
    const scroller = heading.closest<HTMLElement>('[data-scroller]')!
    const before = heading.getBoundingClientRect().left
    scroller.scrollLeft = 120
    await waitFor(() => expect(heading.getBoundingClientRect().left).toBeCloseTo(before, 0))
    await expect(canvas.getByRole('columnheader', { name: 'Account' }).getBoundingClientRect().width).toBe(150)
    scroller.scrollLeft = 0
  },
}

export const HiddenColumns: Story = {
  args: { defaultView: { hidden: ['status', 'ordered_on'] } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('2 columns hidden')).toBeVisible()
    await expect(canvas.queryByRole('columnheader', { name: 'Status' })).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Show all columns' }))
    await expect(await canvas.findByRole('columnheader', { name: 'Status' })).toBeVisible()
  },
}

export const ColumnMenu: Story = {
  parameters: {
    a11y: {
      // The menu's focus guards are made to be passed over.
      config: {
        rules: [{ id: 'aria-hidden-focus', selector: '[aria-hidden="true"]:not([data-base-ui-focus-guard])' }],
      },
    },
  },
  play: async ({ canvas, canvasElement }) => {
    await openMenu(canvas, canvasElement, 'Revenue')
    const menu = within(canvasElement).getByRole('menu', { name: 'Options for Revenue' })
    await expect(within(menu).getByRole('menuitemcheckbox', { name: 'Sort ascending' })).toBeVisible()
  },
}

/** A million rows from the stream, a few dozen of them in the page; the last is one key press away. */
export const MillionRows: Story = {
  args: {
    title: 'A million orders',
    result: sampleResultPage({ columns: [...orderColumns], rows: orderRows(200), rowCount: null, complete: false }),
    batches: () => repeated(orderRows(10_000), 100),
  },
  play: async ({ canvas }) => {
    const grid = await canvas.findByRole('grid')
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '1000001'), { timeout: 30_000 })
    canvas.getByRole('button', { name: 'Account' }).focus()
    await userEvent.keyboard('{ArrowDown}{Control>}{End}{/Control}')
    await waitFor(() => expect(document.activeElement?.closest('tr')).toHaveAttribute('aria-rowindex', '1000001'))
    await expect(grid.querySelectorAll('tbody tr').length).toBeLessThan(60)
  },
}

/** Ten thousand rows of two hundred columns: those in view are in the page, and those that stay in sight. */
export const TwoHundredColumns: Story = {
  args: {
    title: 'Sensors',
    result: sampleResultPage({ columns: [...wideColumns], rows: wideRows(200), rowCount: null, complete: false }),
    batches: () => repeated(wideRows(1_000), 10),
  },
  play: async ({ canvas }) => {
    const grid = await canvas.findByRole('grid')
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '10001'))
    await expect(grid).toHaveAttribute('aria-colcount', '200')
    canvas.getByRole('button', { name: 'Machine' }).focus()
    await userEvent.keyboard('{ArrowDown}{End}')
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-colindex', '200'))
    await expect(grid.querySelectorAll('td').length).toBeLessThan(800)
  },
}

export const FindInResult: Story = {
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByRole('grid')
    canvas.getByRole('button', { name: 'Account' }).focus()
    await userEvent.keyboard('{Control>}f{/Control}')
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Find in result' }), 'michigan')
    await expect(await canvas.findByText(/^1 of \d+$/)).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByText(/^2 of \d+$/)).toBeVisible()
    await waitFor(() => expect(canvasElement.querySelector('[data-match="current"]')).toHaveTextContent('Michigan'))
  },
}

export const Selection: Story = {
  play: async ({ canvas }) => {
    await canvas.findByRole('grid')
    canvas.getByRole('button', { name: 'Account' }).focus()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}{/Shift}')
    await waitFor(() => expect(canvas.getAllByRole('gridcell', { selected: true })).toHaveLength(9))
  },
}

export const NothingPasses: Story = {
  args: { defaultView: { filters: { account_name: { operator: 'contains', text: 'nobody at all' } } } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No row passes the filters.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: /^Remove: Account contains/ }))
    await waitFor(() => expect(canvas.getAllByRole('gridcell').length).toBeGreaterThan(100))
  },
}

/** The headings, with nothing below them. */
export const Empty: Story = {
  args: { result: orders(0) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('grid')).toHaveAttribute('aria-rowcount', '1')
  },
}

/** Rows that go on arriving: where people are and what they chose stays. */
export const Streaming: Story = {
  args: {
    result: sampleResultPage({ columns: [...orderColumns], rows: orderRows(200), rowCount: null, complete: false }),
    batches: () => neverEnding(orderRows(2_000)),
  },
  play: async ({ canvas }) => {
    const grid = await canvas.findByRole('grid')
    await expect(grid).toHaveAttribute('aria-busy', 'true')
    await expect(grid).toHaveAttribute('aria-rowcount', '-1')
    await expect(canvas.getByText('Rows are arriving.')).toBeInTheDocument()
  },
}

/** More rows than the page may hold: those that nobody looks at are let go of, and read again on the way back. */
export const MoreThanThePageHolds: Story = {
  args: {
    result: sampleResultPage({ columns: [...orderColumns], rows: orderRows(200), rowCount: null, complete: false }),
    batches: () => repeated(orderRows(500), 12),
    maxResultBytes: 60_000,
  },
  play: async ({ canvas }) => {
    const grid = await canvas.findByRole('grid')
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '6001'))
    await expect(await canvas.findByText(/larger than the page may hold/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Revenue' })).toHaveAttribute('aria-disabled', 'true')
  },
}

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: { locale: 'ar', defaultView: { sort: [{ column: 'revenue', direction: 'descending' }] } },
  play: async ({ canvas }) => {
    const grid = await canvas.findByRole('grid')
    const [first, second] = within(grid).getAllByRole('columnheader')
    await expect(first!.getBoundingClientRect().left).toBeGreaterThan(second!.getBoundingClientRect().left)
    first!.querySelector('button')?.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}')
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-colindex', '2'))
  },
}

export const Dark: Story = {
  globals: { theme: 'dark' },
  args: {
    theme: 'dark',
    defaultView: { groupBy: 'region', totals: true, filters: { status: { operator: 'is', text: 'Shipped' } } },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('treegrid')).toBeVisible()
    await expect(await canvas.findByText('Grouped by Region')).toBeVisible()
  },
}

export const EveryType: Story = {
  args: {
    title: 'Every type',
    width: 900,
    result: sampleResultPage({
      columns: [
        { name: 'name', type: 'text' },
        { name: 'year', type: 'integer', role: 'dimension' },
        { name: 'amount', type: 'decimal', unit: 'currency', currency: 'EUR' },
        { name: 'exact', type: 'decimal' },
        { name: 'margin', type: 'float', unit: 'percent' },
        { name: 'ordered_on', type: 'date' },
        { name: 'seen_at', type: 'timestamp' },
        { name: 'is_open', type: 'boolean' },
        { name: 'status', type: 'text' },
      ],
      rows: [
        [
          'Zoë',
          2025,
          '-12.50',
          '123456789012345678.000000001',
          0.2512,
          '2026-11-20',
          '2026-11-20T10:41:07Z',
          true,
          'Open',
        ],
        [null, null, null, null, null, null, null, null, null],
      ],
    }),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('−€12.50')).toBeVisible()
    await expect(canvas.getByText('123,456,789,012,345,678.000000001')).toBeVisible()
    await expect(canvas.getByText('2025')).toBeVisible()
    await expect(canvas.getByText('25.1%')).toBeVisible()
    await expect(canvas.getAllByText('No value')).toHaveLength(9)
  },
}

type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function openMenu(canvas: Canvas, canvasElement: HTMLElement, title: string) {
  const heading = await canvas.findByRole('button', { name: title })
  heading.focus()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await within(canvasElement).findByRole('menu')
}

/** What the cells of a column read, by its place. */
function cellTexts(grid: HTMLElement, column: number): string[] {
  const cells = grid.querySelectorAll<HTMLElement>(`tbody td[aria-colindex="${column}"]`)
  return [...cells].map((cell) => cell.textContent)
}

function* repeated(rows: Row[], times: number): Generator<Row[]> {
  for (let time = 0; time < times; time += 1) yield rows
}

async function* neverEnding(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows
  await new Promise(() => {})
}
