import { LakefrontProvider } from '@lakefront/react'
import { createTestClient, sampleResultPage, sampleRows } from '@lakefront/testing'
import { KitRoot, ResultTable, type ResultTableRootProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import './support/askInPanel.ts'

type TableStoryProps = Pick<ResultTableRootProps, 'result' | 'title' | 'onOpenRecord'> & {
  /** Rows that the stream brings, when the page is not the whole result. */
  streamedRowCount?: number
}

function TableStory({ streamedRowCount, ...table }: TableStoryProps) {
  const client = createTestClient({}, streamedRowCount ? { readResult: () => [sampleRows(streamedRowCount)] } : {})
  return (
    <LakefrontProvider client={client} locale="en-US">
      <KitRoot timeZone="UTC" style={{ maxInlineSize: 560 }}>
        <ResultTable.Root {...table}>
          <ResultTable.Grid />
          <ResultTable.Copy />
          <ResultTable.Download />
        </ResultTable.Root>
      </KitRoot>
    </LakefrontProvider>
  )
}

const meta = {
  title: 'Assistant/ResultTable',
  component: TableStory,
  args: { title: 'Gross margin by account', result: sampleResultPage(), onOpenRecord: fn() },
} satisfies Meta<typeof TableStory>

export default meta
type Story = StoryObj<typeof meta>

export const Short: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('grid', { name: 'Gross margin by account' })).toHaveAttribute(
      'aria-rowcount',
      '43',
    )
  },
}

export const Sorted: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Account' }))
    await expect(canvas.getByRole('columnheader', { name: 'Account' })).toHaveAttribute('aria-sort', 'ascending')
    await userEvent.click(canvas.getByRole('button', { name: 'Gross margin' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Gross margin' }))
    await expect(canvas.getAllByRole('gridcell')[1]).toHaveTextContent('−$39,426.62')
  },
}

/** Ten thousand rows, a few dozen in the page; the last is one key press away. */
export const Long: Story = {
  args: {
    result: sampleResultPage({ rows: sampleRows(200), rowCount: null, complete: false }),
    streamedRowCount: 10_000,
  },
  play: async ({ canvas }) => {
    const grid = await canvas.findByRole('grid')
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '10001'))
    canvas.getByRole('button', { name: 'Account' }).focus()
    await userEvent.keyboard('{ArrowDown}{Control>}{End}{/Control}')
    await waitFor(() => expect(document.activeElement?.closest('tr')).toHaveAttribute('aria-rowindex', '10001'))
    await expect(grid.querySelectorAll('tr[aria-rowindex]').length).toBeLessThan(60)
  },
}

export const EveryType: Story = {
  args: {
    title: 'Every type',
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
