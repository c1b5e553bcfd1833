import { type CostlyReadOptions, sampleCostlyRead, scenarios } from '@lakefront/testing'
import { AssistantPanel, type AssistantPanelProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { askInPanel } from './support/askInPanel.ts'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'
import { ReloadedFrame, storedTurnOf } from './support/ReloadedFrame.tsx'

const play = (options?: CostlyReadOptions) => playGateway({ ...scenarios.baseScript, ...scenarios.costlyRead(options) })

const meta = {
  title: 'Assistant/Costly read',
  component: AssistantPanel as React.ComponentType<AssistantPanelProps>,
  parameters: { layout: 'fullscreen', ...play() },
  args: { timeZone: 'UTC' },
  render: (args, { globals, parameters }) => (
    <KitFrame width={parameters.width} locale={parameters.locale}>
      <AssistantPanel {...args} theme={globals.theme} />
    </KitFrame>
  ),
} satisfies Meta<AssistantPanelProps>

export default meta
type Story = StoryObj<typeof meta>

type Canvas = Pick<ReturnType<typeof within>, 'findByRole'>
const cardIn = (canvas: Canvas) => canvas.findByRole('article', { name: /^Read about 1.2 TB/ })

/** The plan and the price are there; nothing has run. Whoever asked can only take it back. */
export const Waiting: Story = {
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    const card = await cardIn(canvas)
    await expect(card).toHaveAttribute('data-status', 'pending')
    await expect(canvas.getByText(/As soon as somebody agrees, this goes on by itself/)).toBeVisible()
    await expect(within(card).queryByRole('button', { name: 'Approve' })).toBeNull()
    await expect(canvas.queryByRole('grid')).toBeNull()
  },
}

export const WaitingDark: Story = { ...Waiting, globals: { theme: 'dark' } }
export const WaitingAt320: Story = { ...Waiting, parameters: { width: 320 } }
export const WaitingRightToLeft: Story = { ...Waiting, globals: { direction: 'rtl' } }

export const WaitingInGerman: Story = {
  parameters: { locale: 'de-DE' },
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByText(/Sobald jemand zustimmt, geht es von selbst weiter/)).toBeVisible()
  },
}

/** Somebody agrees in another browser: the same turn goes on, and its rows are there. */
export const ApprovedAndAnswered: Story = {
  parameters: play({ becomes: 'approved', afterMs: 500 }),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await cardIn(canvas)
    await expect(await canvas.findByRole('grid', { name: 'Gross margin by account' })).toBeVisible()
    await expect(canvas.queryByRole('article', { name: /^Read about/ })).toBeNull()
  },
}

/** While it runs by the yes it looks as any other question does. */
export const ApprovedAndRunning: Story = {
  parameters: play({ becomes: 'approved', pace: { stepMs: 2 ** 30 } }),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByRole('button', { name: 'Stop' })).toBeVisible()
  },
}

export const Rejected: Story = {
  parameters: play({ becomes: 'rejected', reason: 'Ask for one year only.' }),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByText(/Ask for one year only/)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Ask again' })).toBeNull()
  },
}

export const Expired: Story = {
  parameters: play({ becomes: 'expired' }),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByRole('button', { name: 'Ask again' })).toBeVisible()
    await expect(await cardIn(canvas)).toHaveAttribute('data-status', 'expired')
  },
}

/** Whoever asked does not want it any more. */
export const Withdrawn: Story = {
  parameters: play(),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    const card = within(await cardIn(canvas))
    await userEvent.click(await card.findByRole('button', { name: /Withdraw/ }))
    await userEvent.click(await card.findByRole('button', { name: /Withdraw/ }))
    await expect(await canvas.findByRole('button', { name: 'Ask again' })).toBeVisible()
  },
}

const waitingTurn = storedTurnOf({
  status: 'approval-required',
  result: undefined,
  approvalId: sampleCostlyRead().requestId,
})

/** A reload of the page knows the request by its id alone. */
export const Reloaded: Story = {
  parameters: play(),
  render: (_args, { globals }) => <ReloadedFrame turns={[waitingTurn]} theme={globals.theme} />,
  play: async ({ canvas }) => {
    await expect(await cardIn(canvas)).toHaveAttribute('data-status', 'pending')
  },
}

/** Long since out of sight, and not even drawn: it goes on all the same. */
export const GoesOnOutOfSight: Story = {
  parameters: play({ becomes: 'approved' }),
  render: (_args, { globals }) => (
    <ReloadedFrame
      turns={[waitingTurn, ...Array.from({ length: 12 }, (_, index) => storedTurnOf({ id: `turn-${index + 2}` }))]}
      theme={globals.theme}
    />
  ),
  play: async ({ canvas }) => {
    const [first] = await canvas.findAllByRole('article', { name: /You asked/ })
    await waitFor(() => expect(first).toHaveAttribute('data-status', 'answered'), { timeout: 20_000 })
  },
}

/** The gateway knows nothing of it any more. */
export const Gone: Story = {
  parameters: playGateway({
    ...scenarios.costlyRead(),
    list_approvals: () => ({ requests: [], next: null, asOf: '2026-11-20T10:41:07.000Z' }),
  }),
  render: (_args, { globals }) => <ReloadedFrame turns={[waitingTurn]} theme={globals.theme} />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/is not known any more/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Ask again' })).toBeVisible()
  },
}
