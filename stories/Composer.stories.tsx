import { scenarios } from '@lakefront/testing'
import { AssistantPanel } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'

const meta = {
  title: 'Assistant/Parts/Composer',
  component: AssistantPanel.Composer,
  parameters: playGateway(scenarios.neverAnswering()),
  args: { maxLength: 4_000 },
  render: (args, { globals }) => (
    <KitFrame height={340}>
      <AssistantPanel.Root theme={globals.theme}>
        <span />
        <span />
        <AssistantPanel.Composer {...args} />
      </AssistantPanel.Root>
    </KitFrame>
  ),
} satisfies Meta<typeof AssistantPanel.Composer>

export default meta
type Story = StoryObj<typeof meta>

export const Empty: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Ask' })).toBeDisabled()
  },
}

/** The field grows with the text, then scrolls. */
export const SeveralLines: Story = {
  play: async ({ canvas }) => {
    const input = canvas.getByRole('textbox')
    const { height } = input.getBoundingClientRect()
    await userEvent.type(input, 'one{Shift>}{Enter}{/Shift}two{Shift>}{Enter}{/Shift}three')
    await expect(input.getBoundingClientRect().height).toBeGreaterThan(height * 2)
    await expect(canvas.getByRole('button', { name: 'Ask' })).toBeEnabled()
  },
}

export const TooLong: Story = {
  args: { maxLength: 20 },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('textbox'), 'a question of more than twenty letters')
    await expect(canvas.getByRole('alert')).toHaveTextContent('38 of 20 characters')
    await expect(canvas.getByRole('textbox')).toHaveValue('a question of more than twenty letters')
  },
}

export const TooLongDark: Story = { ...TooLong, globals: { theme: 'dark' } }

export const Asking: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('textbox'), 'Revenue{Enter}')
    await expect(await canvas.findByRole('button', { name: 'Stop' })).toBeVisible()
  },
}
