import { scenarios } from '@lakefront/testing'
import { AccountView, type AccountViewProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import './support/askInPanel.ts'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const meta = {
  title: 'Record/AccountView',
  component: AccountView as React.ComponentType<AccountViewProps>,
  parameters: { layout: 'padded', ...playGateway(scenarios.baseScript) },
  args: { entity: 'account', id: '1001', timeZone: 'UTC', onOpenRecord: fn() },
  render: (args, { globals, parameters }) => (
    <KitFrame width={parameters.width ?? 760} locale={parameters.locale}>
      <AccountView {...args} theme={globals.theme} />
    </KitFrame>
  ),
} satisfies Meta<AccountViewProps>

export default meta
type Story = StoryObj<typeof meta>

/** Read live from three systems, each with the time and how long it took. */
export const Ready: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('SO-104882')).toBeVisible()
    await expect(canvas.getByText('ERP · read now, 84 ms · no copy kept')).toBeVisible()
    await expect(await canvas.findByText('$2,194,805.63')).toBeVisible()
    await expect(canvas.getByText('−$1,120.40')).toBeVisible()
  },
}

export const ReadyDark: Story = { ...Ready, globals: { theme: 'dark' } }
export const ReadyAt320: Story = { ...Ready, parameters: { width: 320 } }
export const ReadyRightToLeft: Story = { ...Ready, globals: { direction: 'rtl' } }
export const Compact: Story = { ...Ready, args: { density: 'compact' } }

export const InGerman: Story = {
  parameters: { locale: 'de-DE' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('2.194.805,63 $')).toBeVisible()
    await expect(await canvas.findByText('ERP · eben gelesen, 84 ms · keine Kopie')).toBeVisible()
  },
}

/** Everything is still being read: as high as it will be. */
export const Loading: Story = {
  parameters: playGateway({ ...scenarios.baseScript, get_record: () => new Promise(() => {}) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('region', { name: 'Orders' })).toHaveAttribute('data-status', 'loading')
    await expect(canvas.getByRole('region', { name: 'Orders' })).toHaveAttribute('aria-busy', 'true')
  },
}

/** One system is down: its sections say so and when they are tried again; the others are there. */
export const ErpUnavailable: Story = {
  parameters: playGateway(scenarios.recordWithoutErp()),
  play: async ({ canvas }) => {
    const orders = await canvas.findByRole('region', { name: 'Orders' })
    await waitFor(() => expect(orders).toHaveAttribute('data-status', 'failed'))
    await expect(orders).toHaveTextContent(/The ERP is currently unavailable · trying again in \d+/)
    await expect(await canvas.findByText('Zoë Marchetti')).toBeVisible()
  },
}

export const ErpUnavailableDark: Story = { ...ErpUnavailable, globals: { theme: 'dark' } }

export const Refreshed: Story = {
  play: async ({ canvas }) => {
    await canvas.findByText('SO-104882')
    await userEvent.click(canvas.getByRole('button', { name: 'Read Orders again' }))
    await expect(await canvas.findByText('ERP · read now, 84 ms · no copy kept')).toBeVisible()
  },
}

export const NothingThere: Story = {
  parameters: playGateway({
    ...scenarios.baseScript,
    get_record: async (input, stage) => {
      const record = await scenarios.baseScript.get_record!(input, stage)
      return { ...record, sections: record.sections.map((section) => ({ ...section, rows: [] })) }
    },
  }),
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByText('Nothing here'))[0]).toBeVisible()
  },
}

export const NotFound: Story = {
  parameters: playGateway(scenarios.recordNotFound()),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No such record')).toBeVisible()
  },
}

export const SignedOut: Story = {
  parameters: playGateway(scenarios.baseScript, { accepts: () => false }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Your sign-in has ended/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}
