import { AccessError } from '@lakefront/client'
import { sampleAutonomy, sampleSimulation, scenarios } from '@lakefront/testing'
import { AutonomyControl, type AutonomyControlProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const limits = { costUsdPerEffect: 0.5, costUsdPerDay: 20, rows: 1, people: 0, piiClasses: ['contact'] }
const limited = sampleAutonomy({ level: 'limited', limits, setBy: 'mona.reyes', setAt: '2026-11-20T09:00:00.000Z' })
const playAutonomy = (setting = sampleAutonomy()) => playGateway(scenarios.autonomy(setting))

const meta = {
  title: 'Approvals/AutonomyControl',
  component: AutonomyControl as React.ComponentType<AutonomyControlProps>,
  parameters: { layout: 'padded', ...playAutonomy() },
  render: (args, { globals, parameters }) => (
    <KitFrame width={parameters.width ?? 640} height={parameters.height} locale={parameters.locale}>
      <AutonomyControl {...args} theme={globals.theme} timeZone="UTC" />
    </KitFrame>
  ),
} satisfies Meta<AutonomyControlProps>

export default meta
type Story = StoryObj<typeof meta>

/** Four levels with a sentence each; the level that holds is chosen, and there is nothing to save. */
export const Proposing: Story = {
  parameters: playAutonomy(),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('radio', { name: 'Propose' })).toBeChecked()
    await expect(canvas.getByText('Every effect is asked for before it happens.')).toBeVisible()
    await expect(canvas.getByText(/As the configuration says/)).toBeVisible()
    await expect(canvas.queryByRole('group', { name: 'Limits' })).toBeNull()
    await expect(canvas.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true')
    await expect(
      await canvas.findByText('With this level, 0 of 57 requests of the last 7 days would have run by themselves.'),
    ).toBeVisible()
  },
}

/** While it is edited it says what it would have done, and saves what was entered. */
export const LimitedIsTried: Story = {
  parameters: playAutonomy(),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Limited' }))
    await userEvent.type(canvas.getByLabelText('US dollars for each effect'), '0.50')
    await userEvent.type(canvas.getByLabelText('Kinds of personal data'), 'contact, email')
    await expect(
      await canvas.findByText(
        'With this level, 41 of 57 requests of the last 7 days would have run by themselves, costing $3.10.',
      ),
    ).toBeVisible()
    await expect(canvas.getByText('16 would have been asked for.')).toBeVisible()
    await userEvent.click(canvas.getByText('Which, and why'))
    await expect(canvas.getByText(/It costs more than \$0.50/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(await canvas.findByText('Saved. It holds from the next request on.')).toBeVisible()
    await expect(canvas.getByText(/Set by mona.reyes/)).toBeVisible()
    await expect(canvas.getByLabelText('US dollars for each effect')).toHaveValue('0.5')
  },
}

export const Limited: Story = {
  parameters: playAutonomy(limited),
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('US dollars for each person and day')).toHaveValue('20')
    await expect(canvas.getByLabelText('Channels')).toHaveValue('')
    await expect(canvas.getByText('A limit that is left empty allows nothing of its kind by itself.')).toBeVisible()
  },
}

export const LimitedDark: Story = { ...Limited, parameters: playAutonomy(limited), globals: { theme: 'dark' } }
export const LimitedAt320: Story = { ...Limited, parameters: { ...playAutonomy(limited), width: 320 } }
export const LimitedRightToLeft: Story = {
  ...Limited,
  parameters: playAutonomy(limited),
  globals: { direction: 'rtl' },
}

export const InGerman: Story = {
  parameters: { ...playAutonomy(limited), locale: 'de-DE' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('radio', { name: 'Begrenzt' })).toBeChecked()
    await expect(canvas.getByLabelText('US-Dollar je Wirkung')).toHaveValue('0,5')
    await expect(
      await canvas.findByText(/wären 41 von 57 Anfragen der letzten 7 Tage von selbst gelaufen/),
    ).toBeVisible()
  },
}

/** The level is chosen by arrows. */
export const ByKeys: Story = {
  parameters: playAutonomy(),
  play: async ({ canvas }) => {
    const propose = await canvas.findByRole('radio', { name: 'Propose' })
    propose.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect(canvas.getByRole('radio', { name: 'Autonomous' })).toBeChecked()
    await userEvent.click(canvas.getByRole('button', { name: 'Discard changes' }))
    await expect(canvas.getByRole('radio', { name: 'Propose' })).toBeChecked()
  },
}

/** What is no number is said at its field, and nothing is saved. */
export const Invalid: Story = {
  parameters: playAutonomy(limited),
  play: async ({ canvas }) => {
    await userEvent.type(await canvas.findByLabelText('Records each time'), '.5')
    await expect(canvas.getByLabelText('Records each time')).toBeInvalid()
    await expect(canvas.getByText('Write a whole number, zero or more.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true')
  },
}

const script = scenarios.autonomy()

/** Somebody has set another meanwhile: nothing entered is lost, and saving goes on from theirs. */
export const ChangedMeanwhile: Story = {
  parameters: playGateway(script),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Limited' }))
    await userEvent.type(canvas.getByLabelText('Records each time'), '5')
    await setElsewhere()
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    const conflict = await canvas.findByText(/mona.reyes has set it to “Observe” meanwhile/)
    await expect(conflict).toBeVisible()
    await expect(canvas.getByLabelText('Records each time')).toHaveValue('5')
    await userEvent.click(canvas.getByRole('button', { name: 'Go on with mine' }))
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'false'))
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(await canvas.findByText('Saved. It holds from the next request on.')).toBeVisible()
    await expect(canvas.getByRole('radio', { name: 'Limited' })).toBeChecked()
  },
}

async function setElsewhere() {
  const stage = { timestamp: () => new Date().toISOString() } as Parameters<NonNullable<typeof script.set_autonomy>>[1]
  const current = await script.read_autonomy!({}, stage)
  await script.set_autonomy!({ level: 'observe', limits: {}, version: current.version }, stage)
}

/** Who may not change it sees it, and what it would have done if they may know that. */
export const ReadOnly: Story = {
  parameters: playAutonomy({ ...limited, mayChange: false }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Only administrators may change this/)).toBeVisible()
    await expect(canvas.getByRole('radio', { name: 'Observe' })).toBeDisabled()
    await expect(canvas.getByLabelText('Records each time')).toBeDisabled()
    await expect(canvas.queryByRole('button', { name: 'Save' })).toBeNull()
    await expect(await canvas.findByText(/41 of 57 requests/)).toBeVisible()
  },
}

/** Who may neither decide nor administrate does not see what others asked for. */
export const WithoutSimulation: Story = {
  parameters: playGateway({
    ...scenarios.autonomy({ ...limited, mayChange: false }),
    simulate_autonomy: () => {
      throw new AccessError('forbidden', { message: 'Only manager may do this.' })
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('radio', { name: 'Limited' })).toBeChecked()
    await waitFor(() => expect(canvas.queryByRole('group', { name: 'What it would have done' })).toBeNull())
  },
}

/** Nothing on the record yet; and a longer time to look back over. */
export const NothingToSimulate: Story = {
  parameters: playGateway(
    scenarios.autonomy(limited, (_level, days) =>
      days > 7
        ? sampleSimulation({ allowedCostUsd: null })
        : sampleSimulation({ requests: 0, allowed: 0, asked: 0, allowedCostUsd: 0, examples: [] }),
    ),
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Nobody asked for anything in the last 7 days/)).toBeVisible()
    await userEvent.selectOptions(canvas.getByLabelText('Looking back'), '30 days')
    const group = within(canvas.getByRole('group', { name: 'What it would have done' }))
    await expect(await group.findByText(/41 of 57.*last 30 days.*costing an amount that is not known/)).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: playGateway({ read_autonomy: () => new Promise(() => {}) }),
  play: async ({ canvas }) => {
    const control = await canvas.findByRole('region', { name: 'How much happens by itself' })
    await expect(control).toHaveAttribute('aria-busy', 'true')
  },
}

export const Unavailable: Story = {
  parameters: playGateway({
    read_autonomy: () => {
      throw new AccessError('forbidden', { message: 'This gateway writes nothing.' })
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toBeVisible()
  },
}
