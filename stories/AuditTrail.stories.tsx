import { AccessError, GatewayUnreachableError } from '@lakefront/client'
import { sampleAuditCall, scenarios } from '@lakefront/testing'
import { AuditTrail, type AuditTrailProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, userEvent, within } from 'storybook/test'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const meta = {
  title: 'Audit/AuditTrail',
  component: AuditTrail as React.ComponentType<AuditTrailProps>,
  parameters: { layout: 'padded', ...playGateway(scenarios.baseScript) },
  render: (args, { globals, parameters }) => (
    <KitFrame width={parameters.width ?? 820} height={900} locale={parameters.locale}>
      <AuditTrail {...args} theme={globals.theme} timeZone="UTC" />
    </KitFrame>
  ),
} satisfies Meta<AuditTrailProps>

export default meta
type Story = StoryObj<typeof meta>

const play = (script = scenarios.audited()) => playGateway({ ...scenarios.baseScript, ...script })
const shownCalls = (canvas: ReturnType<typeof within>) =>
  canvas.getAllByRole('listitem').map((item: HTMLElement) => item.querySelector('summary')?.textContent)

/** Everybody's calls, the newest first, and that the chain holds. */
export const Everybody: Story = {
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText('What is the lifetime gross margin by account for the Cleveland territory?'),
    ).toBeVisible()
    await expect(canvas.getByText('Everybody’s calls.')).toBeVisible()
    await expect(canvas.getByText(/The chain is whole: 133 entries/)).toBeVisible()
    await expect(shownCalls(canvas)).toEqual([
      'Change a recordDonescout, for dana.kowalski · Nov 20, 2026, 10:52 AM',
      'Ran a statementFailedmona.reyes · Nov 20, 2026, 10:45 AM',
      'What is the lifetime gross margin by account for the Cleveland territory?Answereddana.kowalski · Nov 20, 2026, 10:41 AM · $0.0059',
    ])
  },
}

export const EverybodyDark: Story = { ...Everybody, globals: { theme: 'dark' } }
export const EverybodyAt320: Story = { ...Everybody, parameters: { width: 320 } }

/** Opened: who, for whom, statements without values, columns, rows, cost, rules, and the entries in the chain. */
export const Opened: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByText(/lifetime gross margin/))
    const details = within(await canvas.findByRole('region', { name: /^Details of: What is the lifetime/ }))
    await expect(details.getByText('dana.kowalski (sales)')).toBeVisible()
    await expect(details.getByText(/SUM\(revenue - cost\) AS gross_margin/)).toBeVisible()
    await expect(details.getByText('order_lines.account_id, order_lines.revenue, order_lines.cost')).toBeVisible()
    await expect(details.getByText('lakehouse · 10:41:06 AM · done · 42 rows · 1.3 GB read')).toBeVisible()
    await expect(details.getByText('The statements were allowed. Within the budget.')).toBeVisible()
    await expect(details.getByText('Came to')).toBeVisible()
    await expect(details.getByText('sales.gross_margin')).toBeVisible()
    await expect(details.getByText('Entry 127, the call came in')).toBeVisible()
    await expect(details.getByText(/^8d2f6a1b3c4e/)).toBeVisible()
  },
}

export const OpenedDark: Story = { ...Opened, globals: { theme: 'dark' } }
export const OpenedAt320: Story = { ...Opened, parameters: { width: 320 } }
export const OpenedRightToLeft: Story = { ...Opened, globals: { direction: 'rtl' } }

/** An effect names who agreed to what, by hash. */
export const OpenedEffect: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByText('Change a record', { selector: 'summary *' }))
    const details = within(await canvas.findByRole('region', { name: 'Details of: Change a record' }))
    await expect(details.getByText(/Approved and done\. Approved by mona\.reyes/)).toBeVisible()
    await expect(details.getByText('Entry 133, it was carried out')).toBeVisible()
  },
}

export const InGerman: Story = {
  parameters: { locale: 'de-DE' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Die Kette ist heil: 133 Einträge/)).toBeVisible()
    await expect(canvas.getByLabelText('Was geschah')).toBeVisible()
  },
}

/** By person, what was done, source, ending and day; what matches nothing is said, with a way back. */
export const Filtered: Story = {
  play: async ({ canvas }) => {
    await canvas.findByText(/lifetime gross margin/)
    await userEvent.selectOptions(canvas.getByLabelText('What was done'), 'Ran a statement')
    await expect(await canvas.findByText('1 call shown')).toBeInTheDocument()
    await userEvent.type(canvas.getByLabelText('Person'), 'dana.kowalski{Enter}')
    await expect(await canvas.findByText('No call on the record matches.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear filters' }))
    await expect(await canvas.findByText('3 calls shown')).toBeInTheDocument()
    await expect(canvas.getByLabelText('Person')).toHaveValue('')
    await userEvent.selectOptions(canvas.getByLabelText('Source'), 'Lakehouse')
    await expect(await canvas.findByText('1 call shown')).toBeInTheDocument()
    fireEvent.change(canvas.getByLabelText('To'), { target: { value: '2026-11-19' } })
    await expect(await canvas.findByText('No call on the record matches.')).toBeVisible()
  },
}

/** Own calls only: there are no other people to look for. */
export const OwnOnly: Story = {
  parameters: play(scenarios.audited(undefined, { covers: 'user' })),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Your own calls.')).toBeVisible()
    await expect(canvas.queryByLabelText('Person')).toBeNull()
  },
}

const many = Array.from({ length: 120 }, (_, index) => {
  const [first, second] = sampleAuditCall().entries
  const sequence = 2 * (120 - index) - 1
  return sampleAuditCall({
    callId: `call-${index}`,
    question: `Question ${120 - index}`,
    entries: [
      { ...first!, sequence },
      { ...second!, sequence: sequence + 1 },
    ],
  })
})

export const Paged: Story = {
  parameters: play(scenarios.audited(many)),
  play: async ({ canvas }) => {
    await canvas.findByText('Question 120')
    await expect(canvas.getByText('50 calls shown')).toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: 'Show older calls' }))
    await expect(await canvas.findByText('100 calls shown')).toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: 'Show older calls' }))
    await expect(await canvas.findByText('Question 1')).toBeInTheDocument()
    await expect(canvas.queryByRole('button', { name: 'Show older calls' })).toBeNull()
  },
}

/** Somebody has changed the record: it is said at once, and where. */
export const Broken: Story = {
  parameters: play(
    scenarios.audited(undefined, {
      chain: { length: 133, isWhole: false, firstBroken: { sequence: 129, message: 'the entry before it is missing' } },
    }),
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'The chain is broken at entry 129: the entry before it is missing',
    )
  },
}

/** A call whose gateway died has an entry of its beginning only. */
export const StillRunning: Story = {
  parameters: play(
    scenarios.audited([
      sampleAuditCall({ status: 'running', endedAt: null, cost: null, verdicts: null, statements: [], lineage: [] }),
    ]),
  ),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByText(/lifetime gross margin/))
    await expect(await canvas.findByText(/has not ended/)).toBeVisible()
  },
}

export const Empty: Story = {
  parameters: play(scenarios.audited([])),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Nothing is on the record yet.')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: play({ read_audit: () => new Promise(() => {}) }),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Audit trail' })).toHaveAttribute('data-status', 'loading')
  },
}

export const NoTrail: Story = {
  parameters: play({
    read_audit: () => {
      throw new AccessError('forbidden', { message: 'This gateway keeps no audit trail.' })
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('This gateway keeps no audit trail.')
  },
}

export const Unreachable: Story = {
  parameters: play({
    read_audit: () => {
      throw new GatewayUnreachableError({ url: 'http://gateway.test/mcp', cause: undefined })
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert', {}, { timeout: 20_000 })).toHaveTextContent('cannot be reached')
  },
}
