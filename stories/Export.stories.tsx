import { GatewayUnreachableError, HandleError } from '@lakefront/client'
import { LakefrontProvider } from '@lakefront/react'
import { createTestClient, sampleResultPage, sampleRows, scenarios, type TestClientOptions } from '@lakefront/testing'
import { AssistantPanel, KitRoot, ResultTable } from '@lakefront/ui'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
import { playGateway } from './support/playGateway.ts'
import { TurnFrame, turnOf } from './support/TurnFrame.tsx'

type ExportFile = NonNullable<TestClientOptions['exportFile']>

type ExportStoryProps = {
  /** What the gateway answers. Left out, the rows of the page. */
  exportFile?: ExportFile
  truncated?: boolean
  locale?: string
  theme?: 'light' | 'dark'
}

function ExportStory({ exportFile, truncated = false, locale = 'en-US', theme = 'light' }: ExportStoryProps) {
  return (
    <LakefrontProvider client={createTestClient({}, exportFile ? { exportFile } : {})} locale={locale}>
      <KitRoot theme={theme} style={{ maxInlineSize: 560 }}>
        <ResultTable.Root result={sampleResultPage({ truncated })} title="Gross margin by account">
          <ResultTable.Download />
          <ResultTable.Grid />
        </ResultTable.Root>
      </KitRoot>
    </LakefrontProvider>
  )
}

const rowCount = 1_000_000

/** A large file of which the first part has come. */
const arriving: ExportFile = ({ columns }, { signal }) => ({
  columns,
  rowCount,
  truncated: false,
  groups: (async function* () {
    yield sampleRows(2_000)
    await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  })(),
})

/** A connection that breaks after the first part. */
const broken: ExportFile = ({ columns }) => ({
  columns,
  rowCount,
  truncated: false,
  groups: (async function* () {
    yield sampleRows(2_000)
    throw new GatewayUnreachableError({ url: 'https://crm.test/mcp', cause: undefined })
  })(),
})

const gone: ExportFile = () => {
  throw new HandleError('expired-handle', { message: 'This result has expired.' })
}

/** A disk that takes everything and keeps nothing, so that no story saves a file. */
const disk = { createWritable: async () => new WritableStream(), remove: async () => {} }

const meta = {
  title: 'Assistant/Export',
  component: ExportStory,
  render: (args, { globals }) => <ExportStory {...args} theme={globals.theme} />,
  beforeEach: () => {
    Object.assign(window, { showSaveFilePicker: async () => disk })
  },
} satisfies Meta<typeof ExportStory>

export default meta
type Story = StoryObj<typeof meta>
type Play = NonNullable<Story['play']>
type Canvas = Parameters<Play>[0]['canvas']

/** The menu's code comes after the rows. */
async function readyButton(canvas: Canvas, name: string) {
  await waitFor(() => expect(canvas.getByRole('button', { name })).not.toHaveAttribute('aria-disabled'), {
    timeout: 10_000,
  })
  return canvas.getByRole('button', { name })
}

async function choose(canvas: Canvas, button: string, item: string) {
  await userEvent.click(await readyButton(canvas, button))
  await userEvent.click(await screen.findByRole('menuitem', { name: item }))
}

/** By keyboard: the menu opens, and its items are walked with the arrow keys. */
export const Menu: Story = {
  play: async ({ canvas }) => {
    const button = await readyButton(canvas, 'Download')
    button.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Download CSV' })).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}')
    await expect(screen.getByRole('menuitem', { name: 'Download Parquet' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect(button).toHaveFocus()
  },
}

export const Saving: Story = {
  args: { exportFile: arriving },
  play: async ({ canvas }) => {
    await choose(canvas, 'Download', 'Download Parquet')
    await expect(await canvas.findByText('Saving Parquet…')).toBeVisible()
    await expect(await canvas.findByText(/kB so far, 1,000,000 rows in all/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Stop saving' })).toBeVisible()
  },
}

export const SavingInGerman: Story = {
  args: { exportFile: arriving, locale: 'de-DE' },
  play: async ({ canvas }) => {
    await choose(canvas, 'Herunterladen', 'Arrow herunterladen')
    await expect(await canvas.findByText(/bisher .*kB, insgesamt 1\.000\.000 Zeilen/)).toBeVisible()
  },
}

export const Stopped: Story = {
  args: { exportFile: arriving },
  play: async ({ canvas }) => {
    await choose(canvas, 'Download', 'Download CSV')
    await userEvent.click(await canvas.findByRole('button', { name: 'Stop saving' }))
    await expect(await canvas.findByText('Stopped. Nothing was saved.')).toBeVisible()
  },
}

export const Saved: Story = {
  play: async ({ canvas }) => {
    await choose(canvas, 'Download', 'Download CSV')
    await expect(await canvas.findByText('Saved 42 rows')).toBeVisible()
  },
}

/** The source has more than it gave: the file holds what there is, and that is said. */
export const Truncated: Story = {
  args: { truncated: true },
  play: async ({ canvas }) => {
    await choose(canvas, 'Download', 'Download CSV')
    await expect(await canvas.findByText('Saved the first 42 rows, not all of them')).toBeVisible()
  },
}

export const Failed: Story = {
  args: { exportFile: broken },
  play: async ({ canvas }) => {
    await choose(canvas, 'Download', 'Download CSV')
    await expect(await canvas.findByText('Not saved. The connection broke off.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

export const Expired: Story = {
  args: { exportFile: gone },
  play: async ({ canvas }) => {
    await choose(canvas, 'Download', 'Download CSV')
    await expect(await canvas.findByText('Not saved. The gateway no longer holds all of these rows.')).toBeVisible()
  },
}

/** In the panel the way on is to ask again, with what that costs. */
export const ExpiredInThePanel: Story = {
  parameters: playGateway(scenarios.answering()),
  render: (_args, { globals }) => (
    <TurnFrame turn={turnOf()} theme={globals.theme}>
      <AssistantPanel.Result />
    </TurnFrame>
  ),
  play: async ({ canvas }) => {
    await choose(canvas, 'More actions', 'Download Parquet')
    await expect(await canvas.findByText('Not saved. The gateway no longer holds all of these rows.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: /^Run again · / })).toBeVisible()
  },
}
