import type { ChartSpec } from '@lakefront/react'
import { sampleResultPage, sampleRows, scenarios } from '@lakefront/testing'
import { AssistantPanel } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, type within } from 'storybook/test'
import './support/askInPanel.ts'
import { drawVegaLite } from './support/drawVegaLite.ts'
import { playGateway } from './support/playGateway.ts'
import { TurnFrame, turnOf } from './support/TurnFrame.tsx'

const adapters = { 'vega-lite': drawVegaLite }

const bars: ChartSpec['spec'] = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  transform: [{ calculate: "datum.gross_margin < 0 ? 'loss' : 'margin'", as: 'kind' }],
  mark: { type: 'bar', cursor: 'pointer' },
  encoding: {
    x: { field: 'gross_margin', type: 'quantitative', title: 'Gross margin', axis: { format: '$.2s' } },
    y: { field: 'account_name', type: 'nominal', sort: '-x', title: null },
    color: { field: 'kind', type: 'nominal', title: null },
    tooltip: [
      { field: 'account_name', title: 'Account' },
      { field: 'gross_margin', title: 'Gross margin', format: '$,.2f' },
    ],
  },
}

const sent = (spec: ChartSpec['spec'], rowCount = 12) =>
  turnOf({
    result: sampleResultPage({
      handle: `sent-${rowCount}`,
      rows: sampleRows(42).slice(-rowCount),
      chart: { format: 'vega-lite', spec },
    }),
  })

const meta = {
  title: 'Assistant/Chart of a source',
  component: TurnFrame,
  parameters: playGateway(scenarios.answering()),
  args: { turn: sent(bars), children: <AssistantPanel.Result />, onOpenRecord: fn(), chartAdapters: adapters },
  render: (args, { globals }) => <TurnFrame {...args} theme={globals.theme} />,
} satisfies Meta<typeof TurnFrame>

export default meta
type Story = StoryObj<typeof meta>

async function showChart(canvas: ReturnType<typeof within>) {
  await userEvent.click(await canvas.findByRole('radio', { name: 'Chart' }))
}

/** Drawn by Vega, which is no part of the kit: the host brings it. */
export const VegaLite: Story = {
  play: async ({ canvas, canvasElement, args }) => {
    await showChart(canvas)
    await canvas.findByRole('group', { name: 'Gross margin by account' })
    const bars = () => canvasElement.querySelectorAll('.mark-rect path')
    await waitFor(() => expect(bars()).toHaveLength(12), { timeout: 10_000 })
    await userEvent.click(bars()[0]!)
    await expect(args.onOpenRecord).toHaveBeenCalledWith(expect.objectContaining({ entity: 'account' }))
  },
}

export const VegaLiteDark: Story = { ...VegaLite, globals: { theme: 'dark' } }

/** It would tell another host that it was seen: the kit's own chart stands in, and the card says why. */
export const Refused: Story = {
  args: { turn: sent({ ...bars, mark: { type: 'image', url: 'https://evil.example/seen.png' } }) },
  play: async ({ canvas }) => {
    await showChart(canvas)
    await expect(await canvas.findByText(/would load something. It is not drawn/)).toBeVisible()
    await expect(await canvas.findByRole('group', { name: 'Gross margin by account, Bar chart' })).toBeVisible()
  },
}

/** Vega finds nothing to draw in it. */
export const Failed: Story = {
  args: { turn: sent({ title: 'No mark' }) },
  play: async ({ canvas }) => {
    await showChart(canvas)
    await expect(await canvas.findByText(/which could not be drawn/, undefined, { timeout: 10_000 })).toBeVisible()
  },
}

/** A host that brings nothing to draw it with. */
export const NoAdapter: Story = {
  args: { chartAdapters: {} },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/which cannot be drawn here/)).toBeVisible()
    await expect(canvas.getByRole('grid', { name: 'Gross margin by account' })).toBeVisible()
  },
}
