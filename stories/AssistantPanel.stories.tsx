import { scenarios } from '@lakefront/testing'
import { AssistantPanel, type AssistantPanelProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent } from 'storybook/test'
import { askInPanel } from './support/askInPanel.ts'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const meta = {
  title: 'Assistant/AssistantPanel',
  component: AssistantPanel as React.ComponentType<AssistantPanelProps>,
  args: {
    timeZone: 'UTC',
    context: { entity: 'account', id: '1001', label: 'Great Lakes Fastener & Supply' },
    onOpenRecord: fn(),
    onClose: fn(),
  },
  render: (args, { globals }) => (
    <KitFrame>
      <AssistantPanel {...args} theme={globals.theme} />
    </KitFrame>
  ),
} satisfies Meta<AssistantPanelProps>

export default meta
type Story = StoryObj<typeof meta>

export const Empty: Story = {
  parameters: playGateway(scenarios.answering()),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Revenue by quarter in 2025' })).toBeVisible()
  },
}

export const Answered: Story = {
  parameters: playGateway(scenarios.answering()),
  play: async ({ canvas, args }) => {
    await askInPanel(canvas)
    const link = await canvas.findByRole('button', { name: 'Great Lakes Fastener & Supply' })
    await userEvent.click(link)
    await expect(args.onOpenRecord).toHaveBeenCalledWith({
      entity: 'account',
      id: '1001',
      label: 'Great Lakes Fastener & Supply',
    })
  },
}

export const AnsweredOpened: Story = {
  parameters: playGateway(scenarios.answering()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await canvas.findByRole('grid')
    await userEvent.click(canvas.getByText(/live reads/))
    await userEvent.click(canvas.getAllByText('Lakehouse')[0]!)
    await userEvent.click(canvas.getByRole('button', { name: 'How do we know?' }))
  },
}

export const Running: Story = {
  parameters: playGateway(scenarios.neverAnswering()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByRole('button', { name: 'Stop' })).toBeVisible()
  },
}

export const Clarification: Story = {
  parameters: playGateway(scenarios.clarification()),
  play: async ({ canvas }) => {
    await askInPanel(canvas, 'Margin in Erie')
    await canvas.findByRole('button', { name: /Territory Erie/ })
  },
}

export const Unavailable: Story = {
  parameters: playGateway(scenarios.unavailable()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await canvas.findByRole('button', { name: 'Try again' })
  },
}

export const Partial: Story = {
  parameters: playGateway(scenarios.partial()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await canvas.findByRole('grid')
  },
}

export const Truncated: Story = {
  parameters: playGateway(scenarios.truncated()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await canvas.findByText(/Cut off at 10,000 rows/)
  },
}
export const NoRows: Story = {
  parameters: playGateway(scenarios.empty()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await canvas.findByText('No rows')
  },
}
export const Refused: Story = {
  parameters: playGateway(scenarios.refused()),
  play: async ({ canvas }) => {
    await askInPanel(canvas, 'Delete all accounts')
    await canvas.findByText('Not done')
  },
}
export const ExpiredResult: Story = {
  parameters: playGateway(scenarios.expiredResult()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await canvas.findByText(/has ended/)
  },
}
