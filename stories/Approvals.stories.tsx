import { AccessError } from '@lakefront/client'
import { sampleApproval, scenarios } from '@lakefront/testing'
import { ApprovalCard, type ApprovalCardProps, ApprovalInbox, KitRoot } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const meta = {
  title: 'Approvals/ApprovalCard',
  component: ApprovalCard as React.ComponentType<ApprovalCardProps>,
  parameters: { layout: 'padded', ...playGateway(scenarios.approvals()) },
  args: { request: sampleApproval(), onDecided: fn() },
  render: (args, { globals, parameters }) => (
    <KitFrame width={parameters.width ?? 560} locale={parameters.locale}>
      <KitRoot theme={globals.theme} timeZone="UTC">
        <ApprovalCard {...args} />
      </KitRoot>
    </KitFrame>
  ),
} satisfies Meta<ApprovalCardProps>

export default meta
type Story = StoryObj<typeof meta>

/** What would happen, what it costs, whom it touches, until when; and the choices. */
export const Pending: Story = {
  play: async ({ canvas }) => {
    const card = canvas.getByRole('article', { name: /Line rebuild/ })
    await expect(card).toHaveAttribute('data-status', 'pending')
    await expect(within(card).getByRole('row', { name: 'Stage Negotiation Won' })).toBeVisible()
    await expect(canvas.getByText('nothing that is billed')).toBeVisible()
    await expect(canvas.getByText(/then it is refused/)).toBeVisible()
  },
}

export const PendingDark: Story = { ...Pending, globals: { theme: 'dark' } }
export const PendingAt320: Story = { ...Pending, parameters: { width: 320 } }
export const PendingRightToLeft: Story = { ...Pending, globals: { direction: 'rtl' } }

export const InGerman: Story = {
  parameters: { locale: 'de-DE' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Freigeben' })).toBeVisible()
    await expect(canvas.getByText(/dann gilt es als abgelehnt/)).toBeVisible()
  },
}

/** Two clicks are one decision. */
export const Approving: Story = {
  parameters: playGateway(scenarios.approvals()),
  play: async ({ canvas, args }) => {
    await userEvent.dblClick(canvas.getByRole('button', { name: 'Approve' }))
    await expect(await canvas.findByText('Done.')).toBeVisible()
    await expect(canvas.getByText(/Approved by mona.reyes/)).toBeVisible()
    await expect(args.onDecided).toHaveBeenCalledTimes(1)
  },
}

/** The reason is told to whoever asked; Escape leads back and nothing was decided. */
export const Rejecting: Story = {
  parameters: playGateway(scenarios.approvals()),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Reject' }))
    await userEvent.keyboard('{Escape}')
    await userEvent.click(canvas.getByRole('button', { name: 'Reject' }))
    await userEvent.type(canvas.getByLabelText(/Why not/), 'Not signed yet.')
    await userEvent.click(canvas.getByRole('button', { name: 'Reject' }))
    await expect(await canvas.findByText('Rejected; nothing has happened.')).toBeVisible()
    await expect(canvas.getByText(/“Not signed yet.”/)).toBeVisible()
  },
}

/** A question leaves it open. */
export const AskingBack: Story = {
  parameters: playGateway(scenarios.approvals()),
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Ask back' }))
    await expect(canvas.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-disabled', 'true')
    await userEvent.type(canvas.getByLabelText('Your question to who asked'), 'Signed when?')
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }))
    await expect(await canvas.findByText(/Asked by mona.reyes.*“Signed when\?”/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Approve' })).toBeVisible()
    await expect(args.onDecided).toHaveBeenCalledTimes(1)
  },
}

/** An edited request is shown anew, and decided by itself. */
export const Editing: Story = {
  parameters: playGateway(scenarios.approvals()),
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Edit' }))
    await userEvent.clear(canvas.getByLabelText('Amount'))
    await userEvent.type(canvas.getByLabelText('Amount'), '50000.00')
    await userEvent.click(canvas.getByRole('button', { name: 'Show what this would do' }))
    await expect(await canvas.findByText('50000.00')).toBeVisible()
    await expect(canvas.getByText('It was edited.')).toBeVisible()
    await expect(args.onDecided).toHaveBeenCalledWith(
      expect.objectContaining({ state: 'pending', because: ['It was edited.'] }),
    )
  },
}

/** A sign-in that has ended is said on the card; what was typed is still there. */
export const SignedOut: Story = {
  parameters: playGateway({
    decide_approval: () => {
      throw new AccessError('unauthenticated', { message: 'The token has expired.' })
    },
  }),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Reject' }))
    await userEvent.type(canvas.getByLabelText(/Why not/), 'Not signed yet.')
    await userEvent.click(canvas.getByRole('button', { name: 'Reject' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Sign in again')
    await expect(canvas.getByLabelText(/Why not/)).toHaveValue('Not signed yet.')
  },
}

/** The last two minutes are counted down; at zero it is refused, and there is nothing left to press. */
export const RunningOut: Story = {
  args: { request: sampleApproval({ expiresAt: new Date(Date.now() + 90_000).toISOString() }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('timer')).toHaveTextContent(/Refused by itself in \d+/)
  },
}

export const Expired: Story = {
  args: { request: sampleApproval({ expiresAt: '2026-11-20T10:42:00.000Z' }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Nobody decided in time, so it was refused.')).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

export const Failed: Story = {
  args: {
    request: sampleApproval({
      state: 'failed',
      outcome: { recordId: null, message: 'Somebody has changed stage since this was shown. Nothing was written.' },
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Somebody has changed stage since this was shown')
  },
}

const another = sampleApproval({
  requestId: '0b7c9a1e-58ab-4d0a-8a8f-1f2d3c4b5a69',
  shown: {
    ...sampleApproval().shown,
    tool: 'create_record',
    title: 'Make the activity “Call about the safety restock”',
    record: { entity: 'activity', id: null, label: 'Call about the safety restock' },
    changes: [
      { column: 'subject', title: 'Subject', before: null, after: 'Call about the safety restock' },
      { column: 'contact_id', title: 'Contact', before: null, after: '16016' },
    ],
    people: 1,
    piiClasses: ['contact'],
  },
  requestedBy: { userId: 'dana.kowalski', agentId: 'scout' },
})

/** All requests in one place; what is decided leaves the list. */
export const Inbox: Story = {
  parameters: playGateway(scenarios.approvals([sampleApproval(), another])),
  render: (_args, { globals }) => (
    <KitFrame width={640}>
      <ApprovalInbox theme={globals.theme} timeZone="UTC" />
    </KitFrame>
  ),
  play: async ({ canvas }) => {
    const card = await canvas.findByRole('article', { name: /safety restock/ })
    await expect(canvas.getAllByRole('article')).toHaveLength(2)
    await userEvent.click(within(card).getByRole('button', { name: 'Approve' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Decided' }))
    await expect(await canvas.findByText('Done.')).toBeVisible()
    await expect(canvas.getAllByRole('article')).toHaveLength(1)
  },
}

export const InboxDark: Story = {
  ...Inbox,
  globals: { theme: 'dark' },
  parameters: playGateway(scenarios.approvals([sampleApproval(), another])),
}

export const InboxEmpty: Story = {
  ...Inbox,
  parameters: playGateway(scenarios.approvals([])),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Nothing waits for a decision.')).toBeVisible()
  },
}

export const InboxUnavailable: Story = {
  ...Inbox,
  parameters: playGateway({
    list_approvals: () => {
      throw new AccessError('forbidden', { message: 'This gateway writes nothing.' })
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toBeVisible()
  },
}
