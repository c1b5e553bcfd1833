import { AccessError } from '@lakefront/client'
import { sampleGrant, scenarios } from '@lakefront/testing'
import { GrantList, type GrantListProps } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const byAgent = sampleGrant({
  grantId: '6e0d7c5b-4a39-4827-9615-f4e3d2c1b0a9',
  terms: { ...sampleGrant().terms, agentId: 'scout', tool: 'create_record', entity: 'activity' },
  covers: ['Scout may log activities for Dana Kowalski without asking.', 'One person each time, known by contact.'],
  uses: 0,
  lastUsedAt: null,
})
const playGrants = (grants = [sampleGrant(), byAgent]) => playGateway(scenarios.approvals([], grants))

const meta = {
  title: 'Approvals/GrantList',
  component: GrantList as React.ComponentType<GrantListProps>,
  parameters: { layout: 'padded', ...playGrants() },
  render: (args, { globals, parameters }) => (
    <KitFrame width={parameters.width ?? 600} height={parameters.height} locale={parameters.locale}>
      <GrantList {...args} theme={globals.theme} timeZone="UTC" />
    </KitFrame>
  ),
} satisfies Meta<GrantListProps>

export default meta
type Story = StoryObj<typeof meta>

/** What is always allowed, for whom and by whom, and how often it was used. */
export const Holding: Story = {
  parameters: playGrants(),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('For dana.kowalski through scout')).toBeVisible()
    await expect(canvas.getByText(sampleGrant().covers[0]!)).toBeVisible()
    await expect(canvas.getByText(/allowed by mona.reyes, Nov 20, 2026.*used 3 times, last Nov 22, 2026/)).toBeVisible()
    await expect(canvas.getByText(/never used/)).toBeVisible()
  },
}

export const HoldingDark: Story = { ...Holding, parameters: playGrants(), globals: { theme: 'dark' } }
export const HoldingAt320: Story = { ...Holding, parameters: { ...playGrants(), width: 320 } }
export const HoldingRightToLeft: Story = { ...Holding, parameters: playGrants(), globals: { direction: 'rtl' } }

export const InGerman: Story = {
  parameters: { ...playGrants(), locale: 'de-DE' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Für dana.kowalski über scout')).toBeVisible()
    const fields = 'Schreiben in alles der Art opportunity bei crm, jeden Wert, in diesen Feldern: stage, amount.'
    await expect(canvas.getByText(fields)).toBeVisible()
    await expect(
      canvas.getAllByText('Jedes Mal höchstens: 1 Zeile; 0 Personen; nichts, was berechnet wird.'),
    ).toHaveLength(2)
    await expect(canvas.queryByText(/without asking/)).toBeNull()
  },
}

/** Taken back once it was said what that means; Escape leads back and takes nothing. */
export const Revoking: Story = {
  parameters: playGrants(),
  play: async ({ canvas }) => {
    const [first] = await canvas.findAllByRole('button', { name: /^Revoke/ })
    await userEvent.click(first!)
    await expect(canvas.getByText(/From the next request on, somebody is asked again/)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    const name = `Revoke: ${sampleGrant().covers[0]}`
    await expect(canvas.getByRole('button', { name })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(canvas.getByRole('button', { name: 'Revoke it' }))
    await expect(await canvas.findByText('Revoked. The next request is asked for.')).toBeVisible()
    await expect(canvas.getByRole('heading', { name: 'Always allowed' })).toHaveFocus()
    await expect(canvas.queryByText('For dana.kowalski')).toBeNull()
    await userEvent.click(canvas.getByRole('radio', { name: 'Revoked' }))
    await expect(await canvas.findByText(/revoked by mona.reyes/)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: /^Revoke/ })).toBeNull()
  },
}

/** A refusal is said where it was asked for. */
export const NotAllowed: Story = {
  parameters: playGateway({
    ...scenarios.approvals([], [sampleGrant()]),
    revoke_grant: () => {
      throw new AccessError('forbidden', { message: 'Only manager may revoke this.' })
    },
  }),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Revoke/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Revoke it' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Only manager may revoke this.')
  },
}

/** Somebody for whom it was allowed by others sees it, and no button where there is nothing to press. */
export const OnlyLookedAt: Story = {
  parameters: playGateway({
    list_grants: (_input, stage) => ({
      grants: [{ ...sampleGrant(), mayRevoke: false }],
      asOf: stage.timestamp(),
    }),
  }),
  play: async ({ canvas }) => {
    const item = await canvas.findByText('For dana.kowalski')
    await expect(within(item.closest('li')!).queryByRole('button')).toBeNull()
  },
}

export const Empty: Story = {
  parameters: playGrants([]),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Nothing is always allowed.')).toBeVisible()
    await expect(canvas.getByText(/can allow the same from then on/)).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: playGateway({ list_grants: () => new Promise(() => {}) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('region', { name: 'Always allowed' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const Unavailable: Story = {
  parameters: playGateway({
    list_grants: () => {
      throw new AccessError('unauthenticated', { message: 'The token has expired.' })
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Sign in again')
  },
}
