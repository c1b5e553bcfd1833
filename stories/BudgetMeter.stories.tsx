import { AccessError, GatewayUnreachableError } from '@lakefront/client'
import type { CapUse } from '@lakefront/react'
import { sampleBudget, scenarios } from '@lakefront/testing'
import { BudgetMeter, type BudgetMeterProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const meta = {
  title: 'Cost/BudgetMeter',
  component: BudgetMeter as React.ComponentType<BudgetMeterProps>,
  parameters: { layout: 'padded', ...playGateway(scenarios.budgets()) },
  render: (args, { globals, parameters }) => (
    <KitFrame width={parameters.width ?? 820} height={1_000} locale={parameters.locale}>
      <BudgetMeter {...args} theme={globals.theme} timeZone="UTC" />
    </KitFrame>
  ),
} satisfies Meta<BudgetMeterProps>

export default meta
type Story = StoryObj<typeof meta>

const capOf = (overrides: Partial<CapUse>): CapUse => ({ ...sampleBudget().caps[0]!, ...overrides })
const withCap = (overrides: Partial<CapUse>) =>
  playGateway(scenarios.budgets(sampleBudget({ caps: [capOf(overrides)] })))

/** Spent, set aside and left, in words and as meters; what it comes to at this pace, and when it starts anew. */
export const SeveralCaps: Story = {
  play: async ({ canvas }) => {
    const today = await canvas.findByRole('meter', { name: 'You, today' })
    await expect(today).toHaveAttribute('aria-valuenow', '4.15')
    await expect(today).toHaveAttribute('aria-valuetext', '$3.90 spent and $0.25 set aside of $5.00, $0.85 left')
    const [day, month, query] = canvas.getAllByRole('listitem')
    await expect(day).toHaveAttribute('data-status', 'warn')
    await expect(day).toHaveTextContent('Nearly used up')
    await expect(day).toHaveTextContent('At this pace it would be $16.46 by then: more than $5.00.')
    await expect(month).toHaveTextContent('Within the budget')
    await expect(month).toHaveTextContent('Starts anewDec 1, 2026, 5:00 AM')
    await expect(query).toHaveTextContent(
      'A single query may cost up to $2.00. Above $0.50 somebody has to agree first.',
    )
    await expect(within(query!).queryByRole('meter')).toBeNull()
  },
}

export const SeveralCapsDark: Story = { ...SeveralCaps, globals: { theme: 'dark' } }
export const SeveralCapsAt320: Story = { ...SeveralCaps, parameters: { width: 320 } }
export const SeveralCapsRightToLeft: Story = { ...SeveralCaps, globals: { direction: 'rtl' } }

export const InGerman: Story = {
  parameters: { locale: 'de-DE' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('meter', { name: 'Sie, heute' })).toBeVisible()
    await expect(canvas.getByText('Fast aufgebraucht')).toBeVisible()
  },
}

export const HasToBeConfirmed: Story = {
  parameters: withCap({ state: 'confirm', spentUsd: 4.6, leftUsd: 0.15 }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Somebody has to agree first')).toBeVisible()
  },
}

export const UsedUp: Story = {
  parameters: withCap({ state: 'stopped', spentUsd: 5, reservedUsd: 0, leftUsd: 0 }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Used up: nothing that costs runs')).toBeVisible()
    await expect(canvas.getByRole('meter')).toHaveAttribute('aria-valuenow', '5')
    await expect(canvas.queryByText('Set aside')).toBeNull()
  },
}

/** A cap of nothing is full from the start. */
export const NothingAllowed: Story = {
  parameters: withCap({ capUsd: 0, spentUsd: 0, reservedUsd: 0, leftUsd: 0, state: 'stopped', projectedUsd: null }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('meter')).toHaveAttribute('aria-valuemax', '0')
    await expect(canvas.queryByText(/At this pace/)).toBeNull()
  },
}

export const NoCaps: Story = {
  parameters: playGateway(scenarios.budgets(sampleBudget({ caps: [] }))),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/No cap is set/)).toBeVisible()
  },
}

export const NoBudgets: Story = {
  parameters: playGateway({
    read_budget: () => {
      throw new AccessError('forbidden', { message: 'This gateway has no budgets.' })
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/This gateway keeps no budgets/)).toBeVisible()
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
}

export const Loading: Story = {
  parameters: playGateway({ read_budget: () => new Promise(() => {}) }),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Budget' })).toHaveAttribute('data-status', 'loading')
    await expect(canvas.getByRole('status')).toHaveTextContent('Reading the budget')
  },
}

export const Unreachable: Story = {
  parameters: playGateway({
    read_budget: () => {
      throw new GatewayUnreachableError({ url: 'http://gateway.test/mcp', cause: undefined })
    },
  }),
  play: async ({ canvas }) => {
    const alert = await canvas.findByRole('alert', {}, { timeout: 20_000 })
    await expect(alert).toHaveTextContent('The assistant cannot be reached.')
    await expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}
