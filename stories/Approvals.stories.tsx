import { AccessError, RequestError } from '@lakefront/client'
import { sampleApproval, scenarios } from '@lakefront/testing'
import { ApprovalCard, type ApprovalCardProps, KitRoot } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { approvalSamples } from './support/approvalSamples.ts'
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

/** An edited request is shown anew with what the edit changed, its cost first, and decided by itself. */
export const Editing: Story = {
  parameters: playGateway(scenarios.approvals()),
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Edit' }))
    await userEvent.clear(canvas.getByLabelText('Amount'))
    await userEvent.type(canvas.getByLabelText('Amount'), '50000.00')
    await userEvent.click(canvas.getByRole('button', { name: 'Show what this would do' }))
    await expect(await canvas.findByText('50000.00')).toBeVisible()
    await expect(canvas.getByText('instead of 51750.00')).toBeVisible()
    await expect(canvas.getByRole('status')).toHaveTextContent('Cost, as before: nothing that is billed')
    await expect(canvas.getByRole('article')).toHaveFocus()
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

const { costlyRead, editedRead, costlyStatement } = approvalSamples

/** A read that costs: the question, the range and what it stands on, the statements folded. */
export const CostlyRead: Story = {
  args: { request: costlyRead },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Gross margin of every order line/)).toBeVisible()
    await expect(canvas.getByText('$1.20–$3.10')).toBeVisible()
    await expect(canvas.getByText(/Rule of thumb · row counts and column widths · prices of Nov 1, 2026/)).toBeVisible()
    const statements = canvas.getByText(/1 statement · Tables: lakehouse.sales/)
    await expect(canvas.getByText(/sum\(revenue - cost\)/)).not.toBeVisible()
    await userEvent.click(statements)
    await expect(canvas.getByText(/sum\(revenue - cost\)/)).toBeVisible()
  },
}

export const CostlyReadDark: Story = { ...CostlyRead, globals: { theme: 'dark' } }
export const CostlyReadAt320: Story = { ...CostlyRead, parameters: { width: 320 } }

/** What an edit of a question changed: the new cost first, the words, then the lines of the statement taken out and put in. */
export const EditedRead: Story = {
  args: { request: editedRead, previous: costlyRead },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('New cost: $0.10–$0.20, before: $1.20–$3.10')).toBeVisible()
    await expect(canvas.getByText('instead of “Gross margin of every order line since 2010, by account”')).toBeVisible()
    const lines = canvas.getByRole('figure')
    await expect(within(lines).getByRole('insertion')).toHaveTextContent("where order_date >= date '2026-01-01'")
  },
}

export const EditedReadDark: Story = { ...EditedRead, globals: { theme: 'dark' } }

/** A question is edited in words, and is planned anew before it counts; its statements follow from it. */
export const EditingQuestion: Story = {
  args: { request: costlyRead },
  parameters: playGateway(scenarios.approvals([costlyRead])),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Edit' }))
    const field = canvas.getByLabelText('The question')
    await userEvent.clear(field)
    await userEvent.type(field, 'Gross margin by account in 2026')
    await expect(canvas.queryByLabelText('Statement')).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Show what this would do' }))
    await expect(await canvas.findByText(/“Gross margin by account in 2026”/)).toBeVisible()
    await expect(canvas.getByText(/instead of “Gross margin of every order line since 2010/)).toBeVisible()
  },
}

/** A question that cannot be planned stays in its field, with the reason. */
export const EditingQuestionInVain: Story = {
  args: { request: costlyRead },
  parameters: playGateway({
    ...scenarios.approvals([costlyRead]),
    decide_approval: () => {
      throw new RequestError('invalid-input', { message: 'I do not know “flavour”.' })
    },
  }),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Edit' }))
    await userEvent.type(canvas.getByLabelText('The question'), ' and flavour')
    await userEvent.click(canvas.getByRole('button', { name: 'Show what this would do' }))
    await expect(await canvas.findByText(/I do not know “flavour”/)).toBeVisible()
    await expect(canvas.getByLabelText('The question')).toHaveValue(`${costlyRead.shown.question} and flavour`)
  },
}

/** A statement is edited as text; while it is the same there is nothing to show. */
export const EditingStatement: Story = {
  args: { request: costlyStatement },
  parameters: playGateway(scenarios.approvals([costlyStatement])),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Edit' }))
    await expect(canvas.getByRole('button', { name: 'Show what this would do' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await userEvent.type(canvas.getByLabelText('Statement'), ' limit 10')
    await userEvent.click(canvas.getByRole('button', { name: 'Show what this would do' }))
    await expect(await canvas.findByText('Cost, as before: $1.20–$3.10')).toBeVisible()
    await expect(within(canvas.getByRole('figure')).getByRole('insertion')).toHaveTextContent('limit 10')
  },
}

/** "Always allow this" says first what it will cover, to the word; Escape leads back and the focus with it. */
export const AlwaysAllowing: Story = {
  parameters: playGateway(scenarios.approvals()),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Always allow this…' }))
    await userEvent.keyboard('{Escape}')
    await expect(canvas.getByRole('button', { name: 'Always allow this…' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    const covers = within(canvas.getByRole('group', { name: 'Always allow this…' })).getAllByRole('listitem')
    await expect(covers.map((item) => item.textContent)).toEqual(sampleApproval().grantCovers)
    await userEvent.click(canvas.getByRole('button', { name: 'Approve and always allow' }))
    await expect(await canvas.findByText('Done.')).toBeVisible()
  },
}

const asked = sampleApproval({
  mayDo: ['answer', 'withdraw'],
  grantCovers: null,
  decisions: [{ userId: 'mona.reyes', decision: 'ask', reason: 'Signed when?', decidedAt: '2026-11-20T10:50:00.000Z' }],
})

/** Whoever asked for it answers what was asked back, and waits. */
export const Answering: Story = {
  args: { request: asked },
  parameters: playGateway(scenarios.approvals([asked])),
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button', { name: 'Approve' })).toBeNull()
    await expect(canvas.getByText('Waits for manager.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Answer' }))
    await userEvent.type(canvas.getByLabelText('Your answer'), 'On Friday.')
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }))
    await expect(await canvas.findByText(/Answered by dana.kowalski.*“On Friday.”/)).toBeVisible()
  },
}

/** Taken back by whoever asked, once it was said what that means. */
export const Withdrawing: Story = {
  args: { request: asked },
  parameters: playGateway(scenarios.approvals([asked])),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Withdraw' }))
    await expect(canvas.getByText(/Then it does not happen/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Withdraw it' }))
    await expect(await canvas.findByText(/Withdrawn by who asked for it/)).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

/** Somebody else was quicker: an error on the card, never silence. */
export const DecidedByOthers: Story = {
  parameters: playGateway(scenarios.approvals([sampleApproval({ state: 'rejected' })])),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Approve' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('This was decided already.')
  },
}

/** What would happen is no longer what was shown. */
export const Stale: Story = {
  parameters: playGateway(scenarios.approvals([sampleApproval({ shownHash: 'another' })])),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Approve' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Look at it again.')
    await expect(canvas.getByRole('button', { name: 'Approve' })).toBeVisible()
  },
}

const soon = () => new Date(Date.now() + 1_500).toISOString()

/** Time ran out in the middle of it. */
export const ExpiredWhileOpen: Story = {
  args: { request: sampleApproval() },
  render: (args, context) => meta.render({ ...args, request: sampleApproval({ expiresAt: soon() }) }, context),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Reject' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('It was closed while you were at it')
    await expect(canvas.getByText('Nobody decided in time, so it was refused.')).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}
