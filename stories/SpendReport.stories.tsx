import { AccessError, GatewayUnreachableError } from '@lakefront/client'
import { sampleBudget, sampleSpending, scenarios } from '@lakefront/testing'
import { SpendReport, type SpendReportProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, userEvent, within } from 'storybook/test'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const meta = {
  title: 'Cost/SpendReport',
  component: SpendReport as React.ComponentType<SpendReportProps>,
  parameters: { layout: 'padded', ...playGateway(scenarios.budgets()) },
  render: (args, { globals, parameters }) => (
    <KitFrame width={parameters.width ?? 760} height={900} locale={parameters.locale}>
      <SpendReport {...args} theme={globals.theme} timeZone="UTC" />
    </KitFrame>
  ),
} satisfies Meta<SpendReportProps>

export default meta
type Story = StoryObj<typeof meta>

const tableOf = async (canvas: ReturnType<typeof within>, name = 'Spending by source') =>
  within((await canvas.findAllByRole('table', { name })).at(-1)!)
const playSpending = (spending: typeof sampleSpending) => playGateway(scenarios.budgets(sampleBudget(), spending))

/** What each source cost, of that what is assumed, the total, whose queries count, and a chart. */
export const BySource: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('group', { name: /^Spending by source, / })).toBeVisible()
    const table = await tableOf(canvas)
    await expect(table.getByRole('row', { name: 'Warehouse 2 $4.25 $2.75' })).toBeVisible()
    await expect(table.getByRole('row', { name: 'Lakehouse 6 $2.44 $0.00' })).toBeVisible()
    await expect(table.getByRole('row', { name: 'Total 8 $6.69 $2.75' })).toBeVisible()
    await expect(
      canvas.getByText('Nov 1, 2026 to Nov 20, 2026 (America/New_York) · Everybody’s queries are counted.'),
    ).toBeVisible()
    await expect(canvas.getByText(/Assumed: the source did not tell/)).toBeVisible()
  },
}

export const BySourceDark: Story = { ...BySource, globals: { theme: 'dark' } }
export const BySourceAt320: Story = { ...BySource, parameters: { width: 320 } }
export const BySourceRightToLeft: Story = { ...BySource, globals: { direction: 'rtl' } }

/** Days without spending are drawn too, though they are no lines. */
export const ByDay: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Day' }))
    await expect(await canvas.findByRole('group', { name: 'Spending by day, Line chart' })).toBeVisible()
    const table = await tableOf(canvas, 'Spending by day')
    await expect(table.getByRole('row', { name: 'Nov 2, 2026 1 $0.0059 $0.00' })).toBeVisible()
    await expect(table.getAllByRole('rowheader')).toHaveLength(6)
  },
}

export const ByQuestion: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Question' }))
    const table = await tableOf(canvas, 'Spending by question')
    await expect(table.getByRole('rowheader', { name: /lifetime gross margin/ })).toBeVisible()
  },
}

export const ByPerson: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Person' }))
    const table = await tableOf(canvas, 'Spending by person')
    await expect(table.getByRole('row', { name: /^mona\.reyes 2 \$3\.56/ })).toBeVisible()
  },
}

export const InGerman: Story = {
  parameters: { locale: 'de-DE' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('row', { name: /^Summe 8 6,69\s\$/ })).toBeVisible()
  },
}

/** Other days are asked for; days the wrong way round are not, and it is said why. */
export const OtherDays: Story = {
  play: async ({ canvas }) => {
    await canvas.findByRole('row', { name: /^Total/ })
    const [from, to] = [canvas.getByLabelText('From'), canvas.getByLabelText('To')]
    await expect(from).toHaveValue('2026-11-01')
    fireEvent.change(from, { target: { value: '2026-11-10' } })
    await expect(await canvas.findByText(/^Nov 10, 2026 to Nov 20, 2026/)).toBeVisible()
    fireEvent.change(to, { target: { value: '2026-11-05' } })
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The first day lies after the last one.')
    await expect(from).toHaveAttribute('aria-invalid', 'true')
    await expect(canvas.getByText(/^Nov 10, 2026 to Nov 20, 2026/)).toBeVisible()
    fireEvent.change(from, { target: { value: '2026-11-03' } })
    await expect(await canvas.findByText(/^Nov 3, 2026 to Nov 5, 2026/)).toBeVisible()
  },
}

/** Only somebody's own queries, and none that had to be assumed. */
export const OwnOnly: Story = {
  parameters: playSpending((by) => {
    const { lines, total, ...report } = sampleSpending(by)
    const known = { ...total, assumedUsd: 0 }
    return { ...report, covers: 'user', lines: lines.map((line) => ({ ...line, assumedUsd: 0 })), total: known }
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Only your own queries are counted/)).toBeVisible()
    await expect(canvas.queryByText('of that assumed')).toBeNull()
  },
}

/** Long reports are shown in part until more is asked for; the total counts everything. */
export const ManyLines: Story = {
  parameters: playSpending((by) => ({
    ...sampleSpending(by),
    lineCount: 1_200,
    lines: Array.from({ length: 80 }, (_, index) => ({
      key: `source-${index}`,
      label: `Source ${index}`,
      runs: 1,
      spentUsd: 1 / (index + 1),
      assumedUsd: 0,
    })),
  })),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('row', { name: /^Total of 1,200/ })).toBeVisible()
    const table = await tableOf(canvas)
    await expect(table.getAllByRole('row')).toHaveLength(52)
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 80' }))
    await expect(table.getAllByRole('row')).toHaveLength(82)
    await expect(canvas.getByText(/These are the first 80 of 1,200 lines/)).toBeVisible()
  },
}

export const NothingSpent: Story = {
  parameters: playSpending((by) => ({
    ...sampleSpending(by),
    lines: [],
    lineCount: 0,
    total: { runs: 0, spentUsd: 0, assumedUsd: 0 },
  })),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Nothing was spent')).toBeVisible()
    await expect(canvas.queryByRole('table')).toBeNull()
    await expect(canvas.queryByRole('button', { name: 'Download CSV' })).toBeNull()
  },
}

export const NoBudgets: Story = {
  parameters: playGateway({
    report_spending: () => {
      throw new AccessError('forbidden', { message: 'This gateway has no budgets.' })
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/This gateway keeps no budgets/)).toBeVisible()
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
}

export const Loading: Story = {
  parameters: playGateway({ report_spending: () => new Promise(() => {}) }),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Spending' })).toHaveAttribute('data-status', 'loading')
  },
}

export const Unreachable: Story = {
  parameters: playGateway({
    report_spending: () => {
      throw new GatewayUnreachableError({ url: 'http://gateway.test/mcp', cause: undefined })
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert', {}, { timeout: 20_000 })).toHaveTextContent('cannot be reached')
  },
}
