import { sampleSteps } from '@lakefront/testing'
import { AssistantPanel } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { TurnFrame, turnOf } from './support/TurnFrame.tsx'

const meta = {
  title: 'Assistant/Parts/Steps',
  component: TurnFrame,
  args: { turn: turnOf(), children: <AssistantPanel.Steps /> },
  render: (args, { globals }) => <TurnFrame {...args} theme={globals.theme} />,
} satisfies Meta<typeof TurnFrame>

export default meta
type Story = StoryObj<typeof meta>

export const Closed: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('2 live reads, joined here · 0.71 s')).toBeVisible()
    await expect(canvas.getByText('Lakehouse')).not.toBeVisible()
  },
}

export const Opened: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText(/2 live reads/))
    await userEvent.click(canvas.getByText('Lakehouse'))
    await expect(canvas.getByText('Sums the gross margin of these accounts.')).toBeVisible()
    await expect(canvas.getByText('42 rows · 0.51 s · 1.3 GB read · 42 keys pushed down')).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'SQL sent to Lakehouse' })).toBeVisible()
  },
}

export const OpenedDark: Story = { ...Opened, globals: { theme: 'dark' } }

export const NotPlannedYet: Story = {
  args: { turn: turnOf({ status: 'asking', steps: [] }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Working out what to read…')).toBeVisible()
  },
}

export const Running: Story = {
  args: {
    turn: turnOf({
      status: 'running',
      steps: sampleSteps.map((step, index) => ({ ...step, status: (['done', 'running', 'planned'] as const)[index]! })),
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Reading CRM and Lakehouse…')).toBeVisible()
  },
}

export const OneFailed: Story = {
  args: {
    turn: turnOf({
      steps: sampleSteps.map((step) =>
        step.source === 'lakehouse' ? { ...step, status: 'failed', rows: null, error: 'Connection refused.' } : step,
      ),
    }),
  },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText(/live read/))
    await userEvent.click(canvas.getByText('Lakehouse'))
    await expect(canvas.getByText('Connection refused.')).toBeVisible()
  },
}
