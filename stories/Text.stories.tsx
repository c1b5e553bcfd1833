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
    await expect(canvas.getByRole('link', { name: 'definition (opens in a new tab)' })).toHaveAttribute(
      'target',
      '_blank',
    )
    await expect(canvas.getByRole('button', { name: 'Copy code' })).toBeVisible()
    await expect(canvas.getAllByRole('listitem')).toHaveLength(2)
  },
}

export const MarkdownDark: Story = { ...Markdown, globals: { theme: 'dark' } }

const report = `# Margin of the Cleveland territory

Three things stand out, [as defined][margin]:

- **Great Lakes Fastener** leads, *by far*
  1. since 2021
  2. in every channel
- ~~Two~~ three accounts are below zero
- [x] returns counted
- [ ] rebates of Q4 counted

## By account

| Account | Channel | Revenue | Margin | Share | First order | Last order |
| :--- | :---: | ---: | ---: | ---: | --- | --- |
| Great Lakes Fastener & Supply | Web | $4,812,090.10 | $2,194,805.63 | 11.9 % | 2014-03-02 | 2026-11-20 |
| Brandt & Söhne Bearings | Phone | $3,100,911.00 | $1,291,120.79 | 7.0 % | 2016-07-19 | 2026-11-19 |

---

> Returns count against the year of the order.
>
> > As the controller decided.

A <script>alert(1)</script> stays text, [this](javascript:alert(1)) leads nowhere, and ![the trend](https://example.com/trend.png) is not fetched.
Ask dana@example.com or see www.example.com/margin.

[margin]: https://example.com/margin`

/** Everything that an answer may be written with, and what it may not do. */
export const Everything: Story = {
  args: { turn: turnOf({ text: report }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('table', { name: /^Table: Account, Channel/ })).toBeVisible()
    await expect(canvas.getByText(/stays text/)).toHaveTextContent(
      'A <script>alert(1)</script> stays text, this leads nowhere',
    )
    await expect(canvas.getByRole('img', { name: 'To do:' })).toBeVisible()
    await expect(canvas.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'as defined (opens in a new tab)',
      'dana@example.com',
      'www.example.com/margin (opens in a new tab)',
    ])
  },
}

export const EverythingDark: Story = { ...Everything, globals: { theme: 'dark' } }

export const EverythingNarrow: Story = { ...Everything, args: { ...Everything.args, width: 320 } }

export const EverythingRightToLeft: Story = { ...Everything, globals: { direction: 'rtl' } }

export const HalfArrived: Story = {
  args: { turn: turnOf({ status: 'running', text: 'Cleveland’s accounts have earned **$18.4' }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/have earned/)).toBeVisible()
  },
}
