import { AssistantPanel } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { TurnFrame, turnOf } from './support/TurnFrame.tsx'

const meta = {
  title: 'Assistant/Parts/Warnings and problems',
  component: TurnFrame,
  args: {
    turn: turnOf(),
    children: (
      <>
        <AssistantPanel.Problem />
        <AssistantPanel.Warnings />
      </>
    ),
  },
  render: (args, { globals }) => <TurnFrame {...args} theme={globals.theme} />,
} satisfies Meta<typeof TurnFrame>

export default meta
type Story = StoryObj<typeof meta>

export const UnmatchedKeys: Story = {
  args: { turn: turnOf({ warnings: [{ code: 'unmatched-keys', message: 'Two accounts are not in the CRM.' }] }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Two accounts are not in the CRM.')).toBeVisible()
  },
}

const down = { code: 'source-unavailable', message: 'The ERP is currently unavailable.', retryable: true } as const

export const UnavailableUntilLater: Story = {
  args: {
    turn: turnOf({
      status: 'unavailable',
      text: '',
      error: { ...down, retryAt: new Date(Date.now() + 90_000).toISOString() },
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('timer')).toHaveTextContent(/trying again in (8|9)\d/)
  },
}

export const UnavailableReadyAgain: Story = {
  args: { turn: turnOf({ status: 'unavailable', text: '', error: { ...down, retryAt: '2026-01-01T00:00:00Z' } }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('timer')).toHaveTextContent('ready to try again')
  },
}

export const SignedOut: Story = {
  args: {
    turn: turnOf({ status: 'failed', text: '', error: { code: 'unauthenticated', message: '', retryable: false } }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Your sign-in has ended/)).toBeVisible()
  },
}

export const SignedOutDark: Story = { ...SignedOut, globals: { theme: 'dark' } }

export const Stopped: Story = {
  args: { turn: turnOf({ status: 'cancelled', text: '' }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Stopped by you')).toBeVisible()
  },
}
