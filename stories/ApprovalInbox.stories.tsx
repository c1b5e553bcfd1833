import { AccessError, RequestError } from '@lakefront/client'
import { sampleApproval, scenarios } from '@lakefront/testing'
import { ApprovalInbox, type ApprovalInboxProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { approvalSamples } from './support/approvalSamples.ts'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const { deal, activity, costlyRead } = approvalSamples
const all = [deal, activity, costlyRead]
const playRequests = (requests = all) => playGateway(scenarios.approvals(requests))

const meta = {
  title: 'Approvals/ApprovalInbox',
  component: ApprovalInbox as React.ComponentType<ApprovalInboxProps>,
  parameters: { layout: 'padded', ...playRequests() },
  render: (args, { globals, parameters }) => (
    <KitFrame width={parameters.width ?? 680} height={parameters.height} locale={parameters.locale}>
      <ApprovalInbox {...args} theme={globals.theme} timeZone="UTC" />
    </KitFrame>
  ),
} satisfies Meta<ApprovalInboxProps>

export default meta
type Story = StoryObj<typeof meta>

/** All requests in one place; what is decided stays where it was, and is found under what was decided. */
export const Waiting: Story = {
  parameters: playRequests(),
  play: async ({ canvas }) => {
    const card = await canvas.findByRole('article', { name: /safety restock/ })
    await expect(canvas.getByRole('button', { name: 'Waiting (3)' })).toHaveAttribute('aria-pressed', 'true')
    await userEvent.click(within(card).getByRole('button', { name: 'Approve' }))
    await expect(await within(card).findByText('Done.')).toBeVisible()
    await expect(await canvas.findByRole('button', { name: 'Waiting (2)' })).toBeVisible()
    await expect(canvas.getAllByRole('article')).toHaveLength(3)
    await userEvent.click(canvas.getByRole('button', { name: 'Decided' }))
    await expect(await canvas.findByText(/Approved by mona.reyes/)).toBeVisible()
    await expect(canvas.getAllByRole('article')).toHaveLength(1)
  },
}

export const WaitingDark: Story = { ...Waiting, parameters: playRequests(), globals: { theme: 'dark' } }
export const WaitingAt320: Story = { ...Waiting, parameters: { ...playRequests(), width: 320 } }
export const WaitingRightToLeft: Story = {
  ...Waiting,
  parameters: playRequests(),
  globals: { direction: 'rtl' },
}

export const InGerman: Story = {
  parameters: { ...playRequests(), locale: 'de-DE' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Offen (3)' })).toBeVisible()
    await expect(canvas.getByLabelText('Quelle')).toBeVisible()
  },
}

/** Choices say how many there are, and one choice is none; none fits is not the same as nothing waits. */
export const Filtering: Story = {
  parameters: playRequests(),
  play: async ({ canvas }) => {
    const source = await canvas.findByRole('combobox', { name: 'Source' })
    await expect(canvas.queryByRole('combobox', { name: 'Asked by' })).toBeNull()
    await userEvent.selectOptions(source, 'Lakehouse (1)')
    await expect(await canvas.findByText('1 request')).toBeVisible()
    await waitFor(() => expect(canvas.getAllByRole('article')).toHaveLength(1))
    await userEvent.type(canvas.getByRole('searchbox'), 'restock')
    await expect(await canvas.findByText('No request fits these filters.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(canvas.getAllByRole('article')).toHaveLength(3))
  },
}

/** Boxes by keys: arrows move, Shift takes more, Escape none. */
export const SelectingByKeys: Story = {
  parameters: playRequests(),
  play: async ({ canvas }) => {
    const [first] = await canvas.findAllByRole('checkbox')
    first!.focus()
    await userEvent.keyboard(' ')
    await expect(canvas.getByText('1 selected')).toBeVisible()
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await expect(canvas.getByText('2 selected')).toBeVisible()
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect(canvas.getByRole('button', { name: 'Approve 3…' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect(canvas.getByText('0 selected')).toBeVisible()
  },
}

async function openBulk(canvas: ReturnType<typeof within>) {
  await userEvent.click((await canvas.findAllByRole('checkbox'))[0]!)
  await userEvent.click(canvas.getByRole('button', { name: 'Select all' }))
  await userEvent.click(canvas.getByRole('button', { name: 'Approve 3…' }))
  return within(await canvas.findByRole('dialog', { name: /Approve 3/ }))
}

/** Several at once, each shown with what it costs and whom it touches; Escape decides nothing and gives the focus back. */
export const ApprovingSeveral: Story = {
  parameters: playRequests(),
  play: async ({ canvas }) => {
    let dialog = await openBulk(canvas)
    await expect(dialog.getAllByRole('checkbox')).toHaveLength(3)
    await expect(dialog.getByText('$3.10')).toBeVisible()
    await expect(dialog.getByText(/People: 1 · Personal data: contact/)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Approve 3…' })).toHaveFocus())
    dialog = await openBulkAgain(canvas)
    await userEvent.click(dialog.getByRole('checkbox', { name: /Read about 400 GB/ }))
    await expect(dialog.getByText('nothing that is billed')).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Approve 2' }))
    await expect(await dialog.findByText('2 decided.')).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    await expect(await canvas.findByRole('button', { name: 'Waiting (1)' })).toBeVisible()
  },
}

async function openBulkAgain(canvas: ReturnType<typeof within>) {
  await userEvent.click(canvas.getByRole('button', { name: 'Approve 3…' }))
  return within(await canvas.findByRole('dialog'))
}

/** What the dialog looks like before anything is decided. */
export const BulkDialog: Story = {
  parameters: playRequests(),
  play: async ({ canvas }) => {
    const dialog = await openBulk(canvas)
    await expect(dialog.getByRole('button', { name: 'Approve 3' })).toBeVisible()
  },
}

export const BulkDialogDark: Story = { ...BulkDialog, parameters: playRequests(), globals: { theme: 'dark' } }
export const BulkDialogAt320: Story = { ...BulkDialog, parameters: { ...playRequests(), width: 320 } }

const script = scenarios.approvals(all)

/** One that has changed since neither stops nor hides the others. */
export const OneOfThemStale: Story = {
  parameters: playGateway({
    ...script,
    decide_approval: (input, stage) => {
      if (input.requestId === activity.requestId) {
        throw new RequestError('approval-closed', { message: 'This was rejected already.' })
      }
      return script.decide_approval!(input, stage)
    },
  }),
  play: async ({ canvas }) => {
    const dialog = await openBulk(canvas)
    await userEvent.click(dialog.getByRole('button', { name: 'Approve 3' }))
    await expect(await dialog.findByText('2 decided, 1 not. They say why.')).toBeVisible()
    await expect(dialog.getByText('not decided: This was rejected already.')).toBeVisible()
    await expect(dialog.getAllByText('decided')).toHaveLength(2)
  },
}

/** A reason is said to everybody who asked. */
export const RejectingSeveral: Story = {
  parameters: playRequests(),
  play: async ({ canvas }) => {
    for (const box of (await canvas.findAllByRole('checkbox')).slice(0, 2)) await userEvent.click(box)
    await userEvent.click(canvas.getByRole('button', { name: 'Reject 2…' }))
    const dialog = within(await canvas.findByRole('dialog', { name: 'Reject 2?' }))
    await userEvent.type(dialog.getByLabelText(/Why not/), 'Not this quarter.')
    await userEvent.click(dialog.getByRole('button', { name: 'Reject 2' }))
    await userEvent.click(await dialog.findByRole('button', { name: 'Close' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Decided' }))
    await expect(await canvas.findAllByText(/“Not this quarter.”/)).toHaveLength(2)
  },
}

const many = Array.from({ length: 120 }, (_, index) =>
  sampleApproval({
    requestId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    createdAt: new Date(Date.UTC(2026, 10, 20, 10, 0, 120 - index)).toISOString(),
  }),
)

/** A long list comes page by page, and counts say that there is more. */
export const Paging: Story = {
  parameters: playRequests(many),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Waiting (50+)' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(canvas.getAllByRole('article')).toHaveLength(100))
  },
}

export const Empty: Story = {
  parameters: playRequests([]),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Nothing waits for a decision.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Decided' }))
    await expect(await canvas.findByText('Nothing was decided yet.')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: playGateway({ list_approvals: () => new Promise(() => {}) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('region', { name: 'Approvals' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const Unavailable: Story = {
  parameters: playGateway({
    list_approvals: () => {
      throw new AccessError('forbidden', { message: 'This gateway writes nothing.' })
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('this gateway only reads')
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}
