import { HandleError, SourceError } from '@lakefront/client'
import { type Script, sampleAnswer, scenarios } from '@lakefront/testing'
import { AssistantPanel, type AssistantPanelProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { HttpResponse, http } from 'msw'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { askInPanel } from './support/askInPanel.ts'
import { gatewayUrl, KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const account = 'Great Lakes Fastener & Supply'

const meta = {
  title: 'Assistant/AssistantPanel',
  component: AssistantPanel as React.ComponentType<AssistantPanelProps>,
  parameters: { layout: 'fullscreen', ...playGateway(scenarios.answering()) },
  args: {
    timeZone: 'UTC',
    context: { entity: 'account', id: '1001', label: account },
    onOpenRecord: fn(),
    onClose: fn(),
  },
  render: (args, { globals, parameters }) => (
    <KitFrame width={parameters.width} locale={parameters.locale}>
      <AssistantPanel {...args} theme={globals.theme} />
    </KitFrame>
  ),
} satisfies Meta<AssistantPanelProps>

export default meta
type Story = StoryObj<typeof meta>

/** Questions that this gateway can answer, before the first is asked. */
export const Empty: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Revenue by quarter in 2025' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Ask' })).toBeDisabled()
  },
}

export const Answered: Story = {
  play: async ({ canvas, args }) => {
    await askInPanel(canvas)
    await userEvent.click(await canvas.findByRole('button', { name: account }))
    await expect(args.onOpenRecord).toHaveBeenCalledWith({ entity: 'account', id: '1001', label: account })
    await expect(await canvas.findByText('2 live reads, joined here · 0.71 s')).toBeVisible()
    await expect(canvas.getByText('$2,194,805.63')).toBeVisible()
    await expect(await canvas.findByText('42 rows · live 10:41:06 AM · no copy kept')).toBeVisible()
  },
}

export const AnsweredDark: Story = { ...Answered, globals: { theme: 'dark' } }

/** As narrow as pages get: the name gives way, the numbers stay whole. */
export const AnsweredAt320: Story = { ...Answered, parameters: { width: 320 } }

export const AnsweredRightToLeft: Story = { ...Answered, globals: { direction: 'rtl' } }

export const AnsweredInGerman: Story = {
  parameters: { locale: 'de-DE' },
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByText('2.194.805,63 $')).toBeVisible()
    await expect(await canvas.findByText('2 Live-Abfragen, hier verknüpft · 0,71 s')).toBeVisible()
    await expect(await canvas.findByText('42 Zeilen · live 10:41:06 · keine Kopie')).toBeVisible()
  },
}

/** The plan is known: which sources are read, what it will cost, which columns will come. */
export const Running: Story = {
  parameters: playGateway(scenarios.neverAnswering()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByRole('button', { name: 'Stop' })).toBeVisible()
    await expect(await canvas.findByText('Gross margin by account')).toBeVisible()
    await expect(canvas.getAllByText('Reading CRM and Lakehouse…')[0]).toBeVisible()
  },
}

export const RunningDark: Story = { ...Running, globals: { theme: 'dark' } }

export const StoppedByYou: Story = {
  parameters: playGateway(scenarios.neverAnswering()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await canvas.findByText('Gross margin by account')
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }))
    await expect(await canvas.findByRole('button', { name: 'Ask again' })).toBeVisible()
    await expect(canvas.getByRole('textbox')).toHaveFocus()
  },
}

/** Rows arrive while they are read; the first stay where they are. */
export const Streaming: Story = {
  parameters: playGateway(scenarios.longTable(10_000, 60_000)),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByText(/^200 rows so far/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Stop reading' }))
    await expect(
      await canvas.findByText(/These are the first 200 rows, not all/, { ignore: '[role=status]' }),
    ).toBeVisible()
  },
}

export const AsksBack: Story = {
  parameters: playGateway(scenarios.clarification()),
  play: async ({ canvas }) => {
    await askInPanel(canvas, 'Margin in Erie')
    const choice = await canvas.findByRole('button', { name: /Territory Erie/ })
    await expect(within(canvas.getByRole('article')).getAllByText(/Which one do you mean/)).toHaveLength(1)
    await userEvent.click(choice)
    await expect(await canvas.findByText('Gross margin by account for territory "Erie"')).toBeVisible()
  },
}

export const Unavailable: Story = {
  parameters: playGateway(scenarios.unavailable()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(canvas.getByText('The lakehouse is currently unavailable.')).toBeVisible()
    await expect(canvas.getByRole('timer')).toHaveTextContent(/trying again in \d+/)
  },
}

export const UnavailableDark: Story = { ...Unavailable, globals: { theme: 'dark' } }

/** The token has run out: said in words, and asking again is one press away. */
export const SignedOut: Story = {
  parameters: playGateway(scenarios.answering(), { accepts: () => false }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Suggestions could not be loaded/)).toBeVisible()
    await askInPanel(canvas)
    await expect(await canvas.findByText('Your sign-in has ended. Sign in again, then ask again.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

/** Nothing answers at the gateway's address. */
export const GatewayUnreachable: Story = {
  parameters: { msw: { handlers: [http.all(`${new URL(gatewayUrl).origin}/*`, () => HttpResponse.error())] } },
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    const message = 'The assistant cannot be reached. Check the connection.'
    await expect(await canvas.findByText(message, {}, { timeout: 20_000 })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

export const Partial: Story = {
  parameters: playGateway(scenarios.partial()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByText('Part of the answer is missing')).toBeVisible()
    await expect(await canvas.findByRole('grid')).toBeVisible()
  },
}

export const Truncated: Story = {
  parameters: playGateway(scenarios.truncated()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByText('Cut off at 10,000 rows. The source has more.')).toBeVisible()
  },
}

export const NoRows: Story = {
  parameters: playGateway(scenarios.empty()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByText('No rows')).toBeVisible()
  },
}

export const Refused: Story = {
  parameters: playGateway(scenarios.refused()),
  play: async ({ canvas }) => {
    await askInPanel(canvas, 'Delete all accounts')
    await expect(await canvas.findByText('Not done')).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull()
  },
}

export const Failed: Story = {
  parameters: playGateway(scenarios.failed()),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByText('The lakehouse did not accept the statement.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(canvas.getByRole('textbox')).toHaveFocus()
  },
}

const expired = () => {
  throw new HandleError('expired-handle', { message: 'This result has ended.' })
}

export const ExpiredResult: Story = {
  parameters: playGateway({ ...scenarios.expiredResult(), fetch_rows: expired }),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByText('This live result has ended.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Run again · est. $0.0059' })).toBeVisible()
  },
}

const script = '<script>document.title = "hacked"</script>'
/** Rows and text may hold anything; all of it is text. */
export const HostileText: Story = {
  parameters: playGateway(
    scenarios.answering(
      { title: script, text: `**${script}** [click](javascript:alert(1))`, suggestions: [script] },
      { rows: [['1', script, '-1.00', 1]] },
    ),
  ),
  play: async ({ canvas }) => {
    await askInPanel(canvas, script)
    await expect(await canvas.findByRole('heading', { name: script })).toBeVisible()
    await expect(await canvas.findByText('click')).toBeVisible()
    await expect(canvas.queryByRole('link')).toBeNull()
    await expect(document.title).not.toBe('hacked')
  },
}

/** The first fails, the second is answered: nothing is lost on the way. */
const secondTime: Script = {
  ...scenarios.baseScript,
  ask: (() => {
    let count = 0
    return ({ question }, stage) => {
      count += 1
      if (count % 2 === 1) throw new SourceError('source-unavailable', { message: 'The ERP is currently unavailable.' })
      return scenarios.answering().ask!({ question, pageSize: 200 }, stage)
    }
  })(),
}

export const TriedAgain: Story = {
  parameters: playGateway(secondTime),
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }))
    await expect(await canvas.findByRole('grid')).toBeVisible()
    await expect(canvas.getAllByRole('article')).toHaveLength(1)
  },
}

/** A follow-up goes to the top; what was read stays above it. */
export const FollowedUp: Story = {
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await userEvent.click(await canvas.findByRole('button', { name: 'only 2025' }))
    await waitFor(() => expect(canvas.getAllByRole('grid')).toHaveLength(2))
    await userEvent.click(canvas.getByRole('button', { name: 'New conversation' }))
    await expect(canvas.queryByRole('article')).toBeNull()
    await expect(sampleAnswer().suggestions).toContain('only 2025')
  },
}
