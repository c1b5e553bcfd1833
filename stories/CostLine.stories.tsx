import { sampleCost } from '@lakefront/testing'
import { AssistantPanel } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { TurnFrame, turnOf } from './support/TurnFrame.tsx'

const unknown = { bytesScanned: null, costUsd: null }
const unpriced = { bytesScanned: 1_200_000_000, costUsd: null }
const { estimate } = sampleCost

const meta = {
  title: 'Assistant/Parts/CostLine',
  component: TurnFrame,
  args: { turn: turnOf(), children: <AssistantPanel.CostLine /> },
  render: (args, { globals }) => <TurnFrame {...args} theme={globals.theme} />,
} satisfies Meta<typeof TurnFrame>

export default meta
type Story = StoryObj<typeof meta>

export const EstimatedAndActual: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Est. $0.005–$0.0073 · actual $0.0059 · 1.3 GB')).toBeVisible()
  },
}

export const EstimatedOnly: Story = {
  args: { turn: turnOf({ status: 'running', cost: { ...sampleCost, actual: null } }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Est. $0.005–$0.0073 · 1.3 GB')).toBeVisible()
  },
}

/** Bytes are known, but no price is configured: the cost is unknown, not zero. */
export const WithoutPrices: Story = {
  args: {
    turn: turnOf({
      cost: {
        estimate: { ...estimate, low: unpriced, expected: unpriced, high: unpriced },
        actual: unpriced,
        pricesAsOf: null,
      },
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Cost unknown · 1.2 GB')).toBeVisible()
  },
}

export const Unknown: Story = {
  args: {
    turn: turnOf({
      cost: {
        estimate: { ...estimate, low: unknown, expected: unknown, high: unknown },
        actual: unknown,
        pricesAsOf: null,
      },
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Cost unknown · bytes read unknown')).toBeVisible()
  },
}
