import { scenarios } from '@lakefront/testing'
import { AccountView, type AccountViewProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const meta = {
  title: 'Record/AccountView',
  component: AccountView as React.ComponentType<AccountViewProps>,
  args: { entity: 'account', id: '1001', timeZone: 'UTC', onOpenRecord: fn() },
  render: (args, { globals }) => (
    <KitFrame width={760}>
      <AccountView {...args} theme={globals.theme} />
    </KitFrame>
  ),
} satisfies Meta<AccountViewProps>

export default meta
type Story = StoryObj<typeof meta>

export const Ready: Story = {
  parameters: playGateway(scenarios.baseScript),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('SO-104882')).toBeVisible()
  },
}

export const ErpUnavailable: Story = {
  parameters: playGateway(scenarios.recordWithoutErp()),
  play: async ({ canvas }) => {
    await canvas.findAllByText(/currently unavailable/)
  },
}

export const NotFound: Story = {
  parameters: playGateway(scenarios.recordNotFound()),
  play: async ({ canvas }) => {
    await canvas.findByText('No such record')
  },
}
