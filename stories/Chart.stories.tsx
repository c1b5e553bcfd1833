import type { Column, Row } from '@lakefront/react'
import { sampleResultPage, sampleRows, scenarios } from '@lakefront/testing'
import { AssistantPanel } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, type within } from 'storybook/test'
import './support/askInPanel.ts'
import { chartSamples } from './support/chartSamples.ts'
import { playGateway } from './support/playGateway.ts'
import { TurnFrame, turnOf } from './support/TurnFrame.tsx'

type Canvas = ReturnType<typeof within>
type Sample = { title: string; columns: readonly Column[]; rows: Row[]; truncated?: boolean }

const meta = {
  title: 'Assistant/Chart',
  component: TurnFrame,
  parameters: playGateway(scenarios.answering()),
  args: { turn: turnOf(), children: <AssistantPanel.Result />, onOpenRecord: fn() },
  render: (args, { globals }) => <TurnFrame {...args} theme={globals.theme} />,
} satisfies Meta<typeof TurnFrame>

export default meta
type Story = StoryObj<typeof meta>

/** The answer whose rows these are. */
function answerOf({ title, columns, rows, truncated = false }: Sample): Pick<Story, 'args'> {
  const handle = title.replaceAll(' ', '-')
  return {
    args: { turn: turnOf({ title, result: sampleResultPage({ handle, columns: [...columns], rows, truncated }) }) },
  }
}

async function showChart(canvas: Canvas, name: string) {
  await userEvent.click(await canvas.findByRole('radio', { name: 'Chart' }))
  return canvas.findByRole('group', { name })
}

/** Shows the chart and finds what must be in it. */
function showing(name: string, ...texts: readonly (string | RegExp)[]): NonNullable<Story['play']> {
  return async ({ canvas }) => {
    const chart = await showChart(canvas, name)
    for (const text of texts) await expect(canvas.getAllByText(text)[0]).toBeVisible()
    await expect(chart.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  }
}

/** 42 accounts: the chart shows 30 and says so; those below zero are not among the largest. */
export const ManyCategories: Story = {
  play: async ({ canvas, args }) => {
    const chart = await showChart(canvas, 'Gross margin by account, Bar chart')
    await expect(canvas.getByText('The chart shows the 30 largest of 42 rows.')).toBeVisible()
    await expect(canvas.getByText('$2,194,805.63', { selector: 'text' })).toBeVisible()
    await userEvent.click(chart.querySelector('[data-mark="0"]')!)
    await waitFor(() => expect(args.onOpenRecord).toHaveBeenCalledWith(expect.objectContaining({ id: '1001' })))
  },
}

export const ManyCategoriesDark: Story = { ...ManyCategories, globals: { theme: 'dark' } }

/** Loss runs the other way from the same line. */
const seesLoss = showing('Gross margin by account, Bar chart', '−$39,426.62')

export const Negative: Story = {
  ...answerOf({ ...chartSamples.margins, rows: sampleRows(42).slice(-9) }),
  play: seesLoss,
}

export const NegativeDark: Story = { ...Negative, globals: { theme: 'dark' } }

export const Narrow: Story = {
  args: { ...Negative.args, width: 320 },
  play: seesLoss,
}

export const RightToLeft: Story = { ...Negative, globals: { direction: 'rtl' } }

/** This year's bars, last year's as a mark across them. */
export const Compared: Story = {
  ...answerOf(chartSamples.compared),
  play: showing('Revenue by channel, Bar chart', 'Revenue, 2025', '$4,812,090.10'),
}

/** Nothing is known of one month: the line has a gap there. */
export const Line: Story = {
  ...answerOf(chartSamples.months),
  play: async ({ canvas }) => {
    const chart = await showChart(canvas, 'Revenue by month, Line chart')
    await expect(chart.querySelectorAll('[data-mark]')).toHaveLength(22)
    await expect(chart.querySelector('path')?.getAttribute('d')?.match(/M/g)).toHaveLength(2)
    chart.querySelector('[tabindex="0"]')?.focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(canvas.getByText('Revenue $412,300.05', { selector: '[role=status]' })).toBeInTheDocument()
  },
}

export const LineDark: Story = { ...Line, globals: { theme: 'dark' } }

export const LineRightToLeft: Story = {
  ...Line,
  globals: { direction: 'rtl' },
  play: showing('Revenue by month, Line chart'),
}

const seesLines = showing('Revenue by quarter and warehouse, Line chart', 'Cleveland', 'Erie')

/** One line for each of eight values, and no more. */
export const Lines: Story = {
  ...answerOf(chartSamples.quarters),
  play: seesLines,
}

export const LinesDark: Story = { ...Lines, globals: { theme: 'dark' } }

export const LinesNarrow: Story = { args: { ...Lines.args, width: 320 }, play: seesLines }

const days = Array.from({ length: 1_461 }, (_, index): Row => {
  const season = Math.sin(index / 58) * 9_000 + Math.sin(index / 1.1) * 2_500
  return [new Date(Date.UTC(2022, 0, 1 + index)).toISOString().slice(0, 10), (41_000 + index * 9 + season).toFixed(2)]
})

/** Four years of days: all are drawn, some can be pointed at, and the chart says so. */
export const LongLine: Story = {
  ...answerOf({
    title: 'Revenue by day',
    columns: [{ name: 'order_date', title: 'Day', type: 'date', role: 'dimension' }, chartSamples.months.columns[1]!],
    rows: days,
  }),
  play: async ({ canvas }) => {
    const chart = await showChart(canvas, 'Revenue by day, Line chart')
    await expect(chart.querySelectorAll('[data-mark]')).toHaveLength(487)
    await expect(canvas.getByText(/one in 3 can be pointed at/)).toBeVisible()
  },
}

export const Scatter: Story = {
  ...answerOf(chartSamples.spread),
  play: showing('Revenue and margin by account, Scatter plot', 'Revenue', 'Gross margin'),
}

export const ScatterDark: Story = { ...Scatter, globals: { theme: 'dark' } }

export const Share: Story = {
  ...answerOf(chartSamples.shares),
  play: showing('Revenue by channel, Stacked bars', '$2,841,077.40', '44.0%'),
}

export const ShareDark: Story = { ...Share, globals: { theme: 'dark' } }

export const Parts: Story = {
  ...answerOf(chartSamples.parts),
  play: showing('Revenue by region and channel, Stacked bars', 'Web', 'Ohio Valley'),
}

export const PartsRightToLeft: Story = { ...Parts, globals: { direction: 'rtl' } }

/** One number, and what it was before. */
export const Figure: Story = {
  ...answerOf(chartSamples.figure),
  play: showing('Revenue, Figure', '$18,420,118.07', /▲ 12\.3%/),
}

/** Digits that no floating-point number holds are all there. */
export const VeryLarge: Story = {
  ...answerOf(chartSamples.vast),
  play: showing('Units by plant, Bar chart', '9,007,199,254,740,993,123'),
}

/** The source has more: the card says so under the chart. */
export const Truncated: Story = {
  ...answerOf({ ...chartSamples.spread, truncated: true }),
  play: showing('Revenue and margin by account, Scatter plot', 'Cut off at 60 rows. The source has more.'),
}

/** Names alone make no chart: there is no switch. */
export const None: Story = {
  ...answerOf(chartSamples.names),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('grid')).toBeVisible()
    await expect(canvas.queryByRole('radio')).toBeNull()
  },
}

/** Rows and picture are saved from one menu. */
export const Menu: Story = {
  ...answerOf(chartSamples.shares),
  // The menu's guards hand the focus on; nobody rests on them.
  parameters: {
    a11y: {
      config: {
        rules: [{ id: 'aria-hidden-focus', selector: '[aria-hidden="true"]:not([data-base-ui-focus-guard])' }],
      },
    },
  },
  play: async ({ canvas }) => {
    await showChart(canvas, 'Revenue by channel, Stacked bars')
    await userEvent.click(await canvas.findByRole('button', { name: 'More actions', expanded: false }))
    const items = await canvas.findAllByRole('menuitem')
    await expect(items.map(({ textContent }) => textContent)).toEqual([
      'Copy table',
      'Download CSV',
      'Download Parquet',
      'Download Arrow',
      'Download PNG',
      'Download SVG',
    ])
  },
}
