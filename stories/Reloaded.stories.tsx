import { HandleError } from '@lakefront/client'
import { type Script, sampleCost, sampleResultPage, scenarios } from '@lakefront/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import './support/askInPanel.ts'
import { playGateway } from './support/playGateway.ts'
import { ReloadedFrame, storedTurnOf } from './support/ReloadedFrame.tsx'

/** Asking is what costs: a page that is reloaded must not do it by itself. */
const notAsked: Script = {
  ...scenarios.baseScript,
  ask: () => {
    throw new Error('A reload has asked.')
  },
}
const gone = () => {
  throw new HandleError('expired-handle', { message: 'This result has ended.' })
}
const alive = playGateway({ ...notAsked, fetch_rows: () => sampleResultPage() })
const ended = playGateway({ ...scenarios.answering(), fetch_rows: gone })

const meta = {
  title: 'Assistant/Reloaded',
  component: ReloadedFrame,
  parameters: { layout: 'fullscreen', ...alive },
  args: { turns: [storedTurnOf()] },
  render: (args, { globals }) => <ReloadedFrame {...args} theme={globals.theme} />,
} satisfies Meta<typeof ReloadedFrame>

export default meta
type Story = StoryObj<typeof meta>

/** The rows are read again by their handle; what was said about them is not kept. */
export const Reattached: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('grid', { name: 'Gross margin by account' })).toBeVisible()
    await expect(canvas.getByText('Reloaded; the finding is not kept.')).toBeVisible()
    await expect(await canvas.findByText('42 rows · live 10:41:06 AM · no copy kept')).toBeVisible()
  },
}

export const ReattachedDark: Story = { ...Reattached, globals: { theme: 'dark' } }

/** True headings until the first page is here. */
export const Reattaching: Story = {
  parameters: playGateway({ ...notAsked, fetch_rows: () => new Promise(() => {}) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Gross margin')).toBeVisible()
    await expect(canvas.getByText(/^0 rows so far/)).toBeVisible()
  },
}

/** Whatever running again costs is said before. */
export const Ended: Story = {
  parameters: ended,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('This live result has ended.')).toBeVisible()
    await expect(canvas.queryByRole('grid')).toBeNull()
    await expect(canvas.queryByText('No rows')).toBeNull()
    await expect(canvas.queryByRole('button', { name: 'More actions' })).toBeNull()
    await expect(canvas.getByText('read at 10:41:06 AM · no copy kept')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Run again · est. $0.0059' })).toBeVisible()
  },
}

export const EndedDark: Story = { ...Ended, globals: { theme: 'dark' } }

const unknownAmount = { bytesScanned: null, costUsd: null }
const unknown = { ...sampleCost.estimate, low: unknownAmount, expected: unknownAmount, high: unknownAmount }

/** Unknown is said, never shown as nothing. */
export const EndedCostUnknown: Story = {
  parameters: ended,
  args: { turns: [storedTurnOf({ cost: { estimate: unknown, actual: null, pricesAsOf: null } })] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Run again · cost unknown' })).toBeVisible()
  },
}

export const RunAgain: Story = {
  parameters: ended,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Run again/ }))
    await expect(await canvas.findByRole('grid')).toBeVisible()
    await expect(canvas.queryByText('Reloaded; the finding is not kept.')).toBeNull()
    await expect(canvas.getAllByRole('article')).toHaveLength(1)
  },
}

/** It ran when the page went away: nothing of it goes on by itself. */
export const Interrupted: Story = {
  args: { turns: [storedTurnOf({ status: 'running', durationMs: undefined, cost: { ...sampleCost, actual: null } })] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Interrupted')).toBeVisible()
    await expect(canvas.getByText(/What was read until then may have cost/)).toBeVisible()
    await expect(canvas.getByText(/^Est\. /)).toBeVisible()
    await expect(canvas.getByText('2 live reads, joined here · planned')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Ask again' })).toBeVisible()
  },
}

export const InterruptedDark: Story = { ...Interrupted, globals: { theme: 'dark' } }

/** What the assistant asked back may have named what rows hold. */
export const AskedBack: Story = {
  args: { turns: [storedTurnOf({ status: 'clarification', title: '', steps: [], result: undefined })] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The assistant asked back. Its choices are not kept.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Ask again' })).toBeVisible()
  },
}

/** That there was a warning is never lost, even where its words are. */
export const WithWarning: Story = {
  args: { turns: [storedTurnOf({ warnings: [{ code: 'unmatched-keys', message: '' }] })] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/This answer came with a warning, which is not kept/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Ask again' })).toBeVisible()
  },
}

/** Statements are kept without their values, and that is said. */
export const Statements: Story = {
  play: async ({ canvas }) => {
    await canvas.findByRole('grid')
    await userEvent.click(canvas.getByRole('button', { name: 'How do we know?' }))
    const view = within(await canvas.findByRole('region', { name: 'How do we know?' }))
    await expect(view.getByText('… stands for values that are not kept.')).toBeVisible()
    await expect(view.getByText(/where account_id in \(…\)/)).toBeVisible()
  },
}

/** In the order in which they were asked. */
export const SeveralTurns: Story = {
  args: { turns: [storedTurnOf(), storedTurnOf({ id: 'turn-2', question: 'only 2025' })] },
  play: async ({ canvas }) => {
    await canvas.findAllByRole('grid')
    const names = canvas.getAllByRole('article').map((turn) => turn.getAttribute('aria-label'))
    await expect(names.at(-1)).toBe('You asked: only 2025')
    await expect(names).toHaveLength(2)
  },
}

const longConversation = Array.from({ length: 500 }, (_, index) =>
  storedTurnOf({
    id: `turn-${index + 1}`,
    question: `question ${index + 1}`,
    result: sampleResultPage({ handle: `result-${index + 1}`, rows: [], rowCount: null, complete: false, url: '' }),
  }),
)

/** Only what comes near what is in sight is drawn whole and takes up its result; the rest can be searched all the same. */
export const FiveHundredTurns: Story = {
  parameters: playGateway({ ...notAsked, fetch_rows: ({ handle }) => sampleResultPage({ handle }) }),
  args: { turns: longConversation },
  play: async ({ canvas }) => {
    await canvas.findAllByRole('grid')
    await expect(canvas.getByRole('article', { name: 'You asked: question 500' })).toBeVisible()
    // The older ones follow the newest, some a frame.
    await waitFor(() => expect(canvas.getByRole('log').querySelectorAll('article')).toHaveLength(500))
    await expect(canvas.getByRole('log').querySelectorAll('[role=grid]').length).toBeLessThan(10)
  },
}
