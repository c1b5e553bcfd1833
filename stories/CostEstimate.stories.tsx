import { StatementError } from '@lakefront/client'
import { sampleCost } from '@lakefront/testing'
import { CostEstimate, type CostEstimateProps, KitRoot } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, type within } from 'storybook/test'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const { estimate } = sampleCost
const before = { ...sampleCost, actual: null }
const pastError = { runs: 48, medianRatio: 0.92, p90Ratio: 1.31 }
const nothing = { bytesScanned: null, costUsd: null }
const statement = { source: 'lakehouse', sql: 'select count(*) from order_lines' }

const meta = {
  title: 'Cost/CostEstimate',
  component: CostEstimate as React.ComponentType<CostEstimateProps>,
  parameters: { layout: 'padded', ...playGateway({ estimate_query: () => ({ cost: before, pastError }) }) },
  args: statement,
  render: (args, { globals, parameters }) => (
    <KitFrame width={parameters.width ?? 480} height={320} locale={parameters.locale}>
      <KitRoot theme={globals.theme} timeZone="UTC">
        <CostEstimate {...args} />
      </KitRoot>
    </KitFrame>
  ),
} satisfies Meta<CostEstimateProps>

export default meta
type Story = StoryObj<typeof meta>

const fact = (canvas: ReturnType<typeof within>, name: string) =>
  canvas.getByText(name, { selector: 'dt' }).parentElement?.querySelector('dd')

/** Asked for and not run: the range, how sure it is and why, and how far estimates were off before. */
export const Estimated: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Est. $0.005–$0.0073 · 1.3 GB')).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'Cost' })).toHaveAttribute('data-status', 'ready')
    await expect(fact(canvas, 'Estimated')).toHaveTextContent('$0.005–$0.0073')
    await expect(fact(canvas, 'Expected')).toHaveTextContent('$0.0059 · 1.3 GB')
    await expect(fact(canvas, 'How sure')).toHaveTextContent('Rule of thumb. Worked out from sizes')
    await expect(fact(canvas, 'Prices of')).toHaveTextContent('Nov 1, 2026')
    await expect(fact(canvas, 'Estimates so far')).toHaveTextContent(
      'Of 48 runs, half came to 92% of what was expected or less, nine in ten to 131% or less.',
    )
  },
}

export const EstimatedDark: Story = { ...Estimated, globals: { theme: 'dark' } }
export const EstimatedAt320: Story = { ...Estimated, parameters: { width: 320 } }

export const InGerman: Story = {
  parameters: { locale: 'de-DE' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Wie sicher')).toBeVisible()
  },
}

/** What it came to stands beside what was expected. */
export const EstimatedAndActual: Story = {
  args: { cost: sampleCost },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Est. $0.005–$0.0073 · actual $0.0059 · 1.3 GB')).toBeVisible()
    await expect(fact(canvas, 'Came to')).toHaveTextContent('$0.0059 · 1.3 GB')
  },
}

/** A run that cost more than it was said to cost at most is pointed out. */
export const MoreThanEstimated: Story = {
  args: { cost: { ...sampleCost, actual: { bytesScanned: 2_000_000_000, costUsd: 0.0091 } } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Est. $0.005–$0.0073 · actual $0.0091 · more than estimated · 2 GB')).toBeVisible()
  },
}

/** What is not known is never zero. */
export const Unknown: Story = {
  args: {
    cost: {
      estimate: { low: nothing, expected: nothing, high: nothing, confidence: 'none', basis: 'No estimator.' },
      actual: null,
      pricesAsOf: null,
    },
    pastError: { runs: 0, medianRatio: null, p90Ratio: null },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Cost unknown · bytes read unknown')).toBeVisible()
    await expect(fact(canvas, 'How sure')).toHaveTextContent('Not known.')
    await expect(fact(canvas, 'Estimates so far')).toHaveTextContent('No run like this one is known yet.')
    await expect(canvas.queryByText(/\$0/)).toBeNull()
  },
}

export const AtMost: Story = {
  args: { cost: { ...before, estimate: { ...estimate, confidence: 'upper-bound' } } },
  play: async ({ canvas }) => {
    await expect(fact(canvas, 'How sure')).toHaveTextContent('At most. It will not be more; it may be less.')
  },
}

export const Loading: Story = {
  parameters: playGateway({ estimate_query: () => new Promise(() => {}) }),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Working out the cost…')
  },
}

export const Refused: Story = {
  parameters: playGateway({
    estimate_query: () => {
      throw new StatementError('statement-refused', { message: 'Only a single select may run.' })
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Only a single select may run.')
  },
}

/** One line is enough in many places. */
export const LineOnly: Story = {
  args: { cost: sampleCost },
  render: (args, { globals }) => (
    <KitFrame height={120}>
      <KitRoot theme={globals.theme}>
        <CostEstimate {...args}>
          <CostEstimate.Line />
        </CostEstimate>
      </KitRoot>
    </KitFrame>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Est\. \$0\.005/)).toBeVisible()
    await expect(canvas.queryByText('How sure')).toBeNull()
  },
}
