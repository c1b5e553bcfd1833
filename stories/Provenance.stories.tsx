import { AccessError, GatewayUnreachableError } from '@lakefront/client'
import { sampleAnswer, sampleSteps, scenarios } from '@lakefront/testing'
import { AssistantPanel, KitRoot, Provenance } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'
import { TurnFrame, turnOf } from './support/TurnFrame.tsx'

const foot = (
  <div style={{ display: 'flex', flexWrap: 'wrap', flex: 'none', gap: 6 }}>
    <AssistantPanel.CostLine />
    <AssistantPanel.HowWeKnow />
  </div>
)

const meta = {
  title: 'Audit/Provenance',
  component: TurnFrame,
  parameters: playGateway(scenarios.answering()),
  args: { turn: turnOf(), children: foot },
  render: (args, { globals, parameters }) => (
    <TurnFrame {...args} theme={globals.theme} locale={parameters.locale} width={parameters.width} />
  ),
} satisfies Meta<typeof TurnFrame>

export default meta
type Story = StoryObj<typeof meta>

const open = async (canvas: ReturnType<typeof within>) => {
  await userEvent.click(canvas.getByRole('button', { name: 'How do we know?' }))
  return within(await canvas.findByRole('region', { name: 'How do we know?' }))
}

/** From each column back to the tables, each statement with what it read and when, what it cost, and its place on the record. */
export const OnTheRecord: Story = {
  play: async ({ canvas }) => {
    const view = await open(canvas)
    await expect(view.getByText('sales.gross_margin')).toBeVisible()
    await expect(view.getByText('SUM(revenue - cost)')).toBeVisible()
    await expect(view.getByText('lakehouse.order_lines.revenue, lakehouse.order_lines.cost')).toBeVisible()
    await expect(view.getByText('Lines whose cost is not known are left out')).toBeVisible()
    await expect(
      view.getByText('42 rows · 0.51 s · 1.3 GB read · 42 keys pushed down · read at 10:41:06 AM'),
    ).toBeVisible()
    await expect(view.getByText('Nov 1, 2026')).toBeInTheDocument()
    await expect(await view.findByText(/The chain is whole: 133 entries/)).toBeInTheDocument()
    await expect(view.getByText('Entry 128, it was answered')).toBeInTheDocument()
  },
}

export const OnTheRecordDark: Story = { ...OnTheRecord, globals: { theme: 'dark' } }
export const OnTheRecordAt320: Story = { ...OnTheRecord, parameters: { width: 320 } }
export const OnTheRecordRightToLeft: Story = { ...OnTheRecord, globals: { direction: 'rtl' } }

export const InGerman: Story = {
  parameters: { locale: 'de-DE' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Woher wissen wir das?' }))
    await expect(await canvas.findByText('Was die Spalten bedeuten')).toBeVisible()
    await expect(await canvas.findByText(/Die Kette ist heil/)).toBeInTheDocument()
  },
}

/** Opened and closed by keyboard, and said so; the focus stays where it was. */
export const ByKeyboard: Story = {
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'How do we know?' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await expect(await canvas.findByRole('region', { name: 'How do we know?' })).toBeVisible()
    await expect(button).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(canvas.queryByRole('region', { name: 'How do we know?' })).toBeNull()
  },
}

/** An answer that failed has no figures; what was tried is told all the same. */
export const Failed: Story = {
  args: {
    turn: turnOf({
      status: 'failed',
      result: undefined,
      lineage: { sources: [], columns: [] },
      steps: [{ ...sampleSteps[1]!, status: 'failed', rows: null, durationMs: null, bytesScanned: null }],
      warnings: [{ code: 'source-unavailable', message: 'The lakehouse did not answer.', source: 'lakehouse' }],
    }),
  },
  play: async ({ canvas }) => {
    const view = await open(canvas)
    await expect(view.getByText('The lakehouse did not answer.')).toBeVisible()
    await expect(view.getByText('failed · bytes read unknown · 42 keys pushed down')).toBeVisible()
    await expect(view.queryByText('What each column is')).toBeNull()
  },
}

/** Where nothing was answered there is nothing to know. */
export const AskedBack: Story = {
  args: { turn: turnOf({ status: 'clarification', steps: [], result: undefined }) },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button', { name: 'How do we know?' })).toBeNull()
  },
}

/** Somebody has changed the record: it is said which entry is the first that does not fit. */
export const BrokenChain: Story = {
  parameters: playGateway(
    scenarios.audited(undefined, {
      chain: {
        length: 133,
        isWhole: false,
        firstBroken: { sequence: 127, message: 'its hash is not that of its text' },
      },
    }),
  ),
  play: async ({ canvas }) => {
    const view = await open(canvas)
    await expect(await view.findByRole('alert')).toHaveTextContent(
      'The chain is broken at entry 127: its hash is not that of its text',
    )
  },
}

export const NotOnTheRecord: Story = {
  parameters: playGateway(scenarios.audited([])),
  play: async ({ canvas }) => {
    const view = await open(canvas)
    await expect(await view.findByText('The audit trail has no entry of this answer.')).toBeVisible()
  },
}

export const WithoutAuditTrail: Story = {
  parameters: playGateway({
    read_audit: () => {
      throw new AccessError('forbidden', { message: 'This gateway keeps no audit trail.' })
    },
  }),
  play: async ({ canvas }) => {
    const view = await open(canvas)
    await expect(await view.findByText(/keeps no audit trail, so this answer is on no record/)).toBeVisible()
  },
}

/** The rest of the view does not wait for the record. */
export const RecordUnreachable: Story = {
  parameters: playGateway({
    read_audit: () => {
      throw new GatewayUnreachableError({ url: 'http://gateway.test/mcp', cause: undefined })
    },
  }),
  play: async ({ canvas }) => {
    const view = await open(canvas)
    await expect(view.getByText('SUM(revenue - cost)')).toBeVisible()
    await expect(await view.findByRole('alert', {}, { timeout: 20_000 })).toHaveTextContent('could not be read')
    await expect(view.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

/** Apart from the panel, of any answer. */
export const Alone: Story = {
  render: (_args, { globals }) => (
    <KitFrame width={620}>
      <KitRoot theme={globals.theme} timeZone="UTC">
        <Provenance answer={sampleAnswer()} />
      </KitRoot>
    </KitFrame>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/The chain is whole/)).toBeVisible()
  },
}
