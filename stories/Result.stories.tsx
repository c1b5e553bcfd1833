import { sampleColumns, scenarios } from '@lakefront/testing'
import { AssistantPanel } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import './support/askInPanel.ts'
import { playGateway } from './support/playGateway.ts'
import { TurnFrame, turnOf } from './support/TurnFrame.tsx'

const meta = {
  title: 'Assistant/Parts/Result',
  component: TurnFrame,
  parameters: playGateway(scenarios.answering()),
  args: { turn: turnOf(), children: <AssistantPanel.Result />, onOpenRecord: () => {} },
  render: (args, { globals }) => <TurnFrame {...args} theme={globals.theme} />,
} satisfies Meta<typeof TurnFrame>

export default meta
type Story = StoryObj<typeof meta>

export const Ready: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('grid', { name: 'Gross margin by account' })).toBeVisible()
  },
}

/** The plan is known, the rows are not: true headings, no values. */
export const Waiting: Story = {
  args: { turn: turnOf({ status: 'running', result: undefined, expectedColumns: sampleColumns }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Gross margin')).toBeVisible()
    await expect(canvas.queryByText('Account id')).toBeNull()
  },
}
