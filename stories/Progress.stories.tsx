import type { StepProgress } from '@lakefront/react'
import { sampleColumns, sampleRows, sampleSteps, scenarios } from '@lakefront/testing'
import { AssistantPanel } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent } from 'storybook/test'
import { askInPanel } from './support/askInPanel.ts'
import { KitFrame } from './support/KitFrame.tsx'
import { playGateway } from './support/playGateway.ts'
import { TurnFrame, type TurnFrameProps, turnOf } from './support/TurnFrame.tsx'

type RunningProps = Pick<TurnFrameProps, 'theme' | 'locale'> & { progress: StepProgress }

/** The plan says which columns will come; the lakehouse tells how far it is. */
function Running({ progress, ...frame }: RunningProps) {
  const [turn] = useState(() =>
    turnOf({
      status: 'running',
      steps: sampleSteps.map((step, index) => ({
        ...step,
        status: (['done', 'running', 'planned'] as const)[index]!,
        ...(index > 0 && { rows: null, durationMs: null, bytesScanned: null }),
      })),
      progress: { [sampleSteps[1]!.id]: progress },
      askedAt: new Date(Date.now() - progress.elapsedMs).toISOString(),
      result: undefined,
      expectedColumns: sampleColumns,
    }),
  )
  return (
    <TurnFrame turn={turn} {...frame}>
      <AssistantPanel.Steps />
      <AssistantPanel.Result />
    </TurnFrame>
  )
}

/** What is seen while an answer is read, and when a result is more than a page can hold. */
const meta = {
  title: 'Assistant/Progress',
  component: Running,
  args: { progress: { state: 'running', elapsedMs: 0 } },
  render: (args, { globals }) => <Running {...args} theme={globals.theme} />,
} satisfies Meta<typeof Running>

export default meta
type Story = StoryObj<typeof meta>

/** The warehouse has to start first: said with the seconds that it takes, above the headings that will come. */
export const Waking: Story = {
  args: { progress: { state: 'waking', elapsedMs: 8_000, message: 'Starting warehouse WH_SALES (2X-Small)' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Waking Lakehouse…')).toBeVisible()
    await expect(canvas.getByText(/^\d+\ss$/)).toBeVisible()
    await expect(canvas.getByText('Gross margin')).toBeVisible()
    await userEvent.click(canvas.getByText('Waking Lakehouse…'))
    await userEvent.click(canvas.getByText('Lakehouse'))
    await expect(canvas.getByText('Starting warehouse WH_SALES (2X-Small)')).toBeVisible()
  },
}

export const WakingDark: Story = { ...Waking, globals: { theme: 'dark' } }

export const WakingGerman: Story = {
  args: { ...Waking.args, locale: 'de-DE' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Weckt Lakehouse …')).toBeVisible()
  },
}

export const Queued: Story = {
  args: { progress: { state: 'queued', elapsedMs: 3_000 } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Waiting for Lakehouse, which is busy…')).toBeVisible()
  },
}

/** A source that tells how much is done. */
export const Reading: Story = {
  args: {
    progress: { state: 'running', elapsedMs: 4_000, fraction: 0.35, rowsRead: 12_400_000, bytesScanned: 480_000_000 },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^35% · \d+\ss$/)).toBeVisible()
    await userEvent.click(canvas.getByText('Reading CRM and Lakehouse…'))
    await userEvent.click(canvas.getByText('Lakehouse'))
    await expect(canvas.getByText('running · 35% · 12,400,000 rows read · 480 MB read')).toBeVisible()
  },
}

export const ReadingDark: Story = { ...Reading, globals: { theme: 'dark' } }

const panel: Partial<Story> = {
  parameters: { layout: 'fullscreen' },
  render: (_args, { globals }) => (
    <KitFrame>
      <AssistantPanel theme={globals.theme} timeZone="UTC" />
    </KitFrame>
  ),
}

/** Rows are shown as they arrive, with their number, size and time. */
export const Arriving: Story = {
  ...panel,
  parameters: { ...panel.parameters, ...playGateway(scenarios.longTable(20_000, 400)) },
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByText(/^2,048 rows so far · [\d.]+\sk?B · /)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Stop reading' })).toBeVisible()
  },
}

/** What has arrived stays, and it is said that the connection is being taken up again. */
export const Reconnecting: Story = {
  ...panel,
  parameters: { ...panel.parameters, ...playGateway(scenarios.cutResult()) },
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    const lost = await canvas.findByText('Connection lost, reconnecting…')
    await expect(lost).toBeVisible()
    await expect(lost).toHaveRole('status')
    await expect(canvas.getByText(/^2,048 rows so far/)).toBeVisible()
  },
}

export const ReconnectingDark: Story = { ...Reconnecting, globals: { theme: 'dark' } }

/** Stop works while a lost connection is taken up, too. */
export const StoppedWhileReconnecting: Story = {
  ...Reconnecting,
  play: async (context) => {
    await Reconnecting.play?.(context)
    await userEvent.click(context.canvas.getByRole('button', { name: 'Stop reading' }))
    await expect(
      await context.canvas.findByText('Reading stopped early. These are the first 2,048 rows, not all.', {
        ignore: '[role=status]',
      }),
    ).toBeVisible()
    await expect(context.canvas.getByRole('button', { name: 'Ask again' })).toBeVisible()
  },
}

const windowed = {
  ...panel,
  render: (_args, { globals }) => (
    <KitFrame maxResultBytes={60_000}>
      <AssistantPanel theme={globals.theme} timeZone="UTC" />
    </KitFrame>
  ),
} satisfies Partial<Story>

/** More rows than the page holds: all are counted, and those out of sight are read again as they are scrolled to. */
export const MoreThanThePageHolds: Story = {
  ...windowed,
  parameters: {
    ...panel.parameters,
    ...playGateway(scenarios.answering({}, { rows: sampleRows(5_000), batchSize: 500 })),
  },
  play: async ({ canvas }) => {
    await askInPanel(canvas)
    await expect(await canvas.findByText(/^5,000 rows · live/)).toBeVisible()
    await expect(await canvas.findByText(/^This result is larger than the page may hold/)).toBeVisible()
  },
}

export const MoreThanThePageHoldsDark: Story = { ...MoreThanThePageHolds, globals: { theme: 'dark' } }
