import { AssistantPanel } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import './support/askInPanel.ts'
import { TurnFrame, turnOf } from './support/TurnFrame.tsx'

const text = `Cleveland’s accounts have earned **$18.42 M**, *most of it* since 2021.

1. **Great Lakes Fastener & Supply** leads with 11.9 %
2. three accounts are below zero

| Year | Margin |
| :--- | ---: |
| 2025 | $2.1 M |
| 2024 | $1.9 M |

> Returns count against the year of the order.

Computed as \`sum(revenue - cost)\`; see the [definition](https://example.com/margin).

\`\`\`sql
select account_id, sum(revenue - cost)
from order_lines
group by account_id
\`\`\``

const meta = {
  title: 'Assistant/Parts/Text',
  component: TurnFrame,
  args: { turn: turnOf({ text }), children: <AssistantPanel.Text /> },
  render: (args, { globals }) => <TurnFrame {...args} theme={globals.theme} />,
} satisfies Meta<typeof TurnFrame>

export default meta
type Story = StoryObj<typeof meta>

export const Markdown: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('cell', { name: '$2.1 M' })).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'definition' })).toHaveAttribute('rel', 'noopener noreferrer')
    await expect(canvas.getAllByRole('listitem')).toHaveLength(2)
  },
}

export const MarkdownDark: Story = { ...Markdown, globals: { theme: 'dark' } }

export const HalfArrived: Story = {
  args: { turn: turnOf({ status: 'running', text: 'Cleveland’s accounts have earned **$18.4' }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/have earned/)).toBeVisible()
  },
}
