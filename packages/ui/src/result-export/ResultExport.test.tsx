import { GatewayUnreachableError, HandleError } from '@lakefront/client'
import type { Row } from '@lakefront/react'
import { sampleResultPage, sampleRows, type TestClientOptions } from '@lakefront/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { renderUnderGateway } from '../../test/underGateway.tsx'
import { KitRoot } from '../kit/KitRoot.tsx'
import { ResultTable } from '../result-table/index.ts'

type Result = Parameters<typeof sampleResultPage>[0]
type ExportFile = NonNullable<TestClientOptions['exportFile']>

afterEach(() => vi.restoreAllMocks())

async function renderExport(result: Result = {}, exportFile?: ExportFile) {
  const table = (
    <KitRoot>
      <ResultTable.Root result={sampleResultPage(result)} title="Margin by account">
        <ResultTable.Grid />
        <ResultTable.Copy />
        <ResultTable.Download />
      </ResultTable.Root>
    </KitRoot>
  )
  const { screen, client } = await renderUnderGateway(table, {}, exportFile && { exportFile })
  const choose = async (item: string) => {
    await screen.getByRole('button', { name: 'Download' }).click()
    await screen.getByRole('menuitem', { name: item }).first().click()
  }
  return { screen, client, choose }
}

/** A browser that cannot ask where to save, and what it was handed. */
function withoutPicker() {
  vi.stubGlobal('showSaveFilePicker', undefined)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  return vi.spyOn(URL, 'createObjectURL')
}

/** A browser that asks, and the disk that it writes to. */
function withPicker() {
  const disk = { written: '', closed: false, aborted: false, removed: false, name: '' }
  const decoder = new TextDecoder()
  const file = {
    createWritable: async () =>
      new WritableStream<Uint8Array>({
        write: (piece) => {
          disk.written += decoder.decode(piece, { stream: true })
        },
        close: () => {
          disk.closed = true
        },
        abort: () => {
          disk.aborted = true
        },
      }),
    remove: async () => {
      disk.removed = true
    },
  }
  vi.stubGlobal('showSaveFilePicker', async ({ suggestedName }: { suggestedName: string }) => {
    disk.name = suggestedName
    return file
  })
  return disk
}

/** A file that waits after its first rows until it is let go on. */
function pausedFile(rowCount: number) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const seen = { isLeft: false }
  const exportFile: ExportFile = ({ columns }, { signal }) => ({
    columns,
    rowCount,
    truncated: false,
    groups: (async function* (): AsyncGenerator<Row[]> {
      try {
        yield sampleRows(rowCount / 2)
        signal.addEventListener('abort', () => reject(signal.reason))
        await promise
        yield sampleRows(rowCount / 2)
      } finally {
        seen.isLeft = true
      }
    })(),
  })
  return { exportFile, resolve, reject, seen }
}

test('default: all rows come from the gateway, and go to the disk as they arrive', async () => {
  const disk = withPicker()
  const { exportFile, resolve } = pausedFile(2_000)
  const { screen, client, choose } = await renderExport({}, exportFile)
  await choose('Download CSV')
  await expect.element(screen.getByRole('status').filter({ hasText: 'Saving CSV…' })).toBeVisible()
  await expect.element(screen.getByText(/kB so far, 2,000 rows in all/)).toBeVisible()
  expect(disk).toMatchObject({ closed: false, name: expect.stringMatching(/^margin-by-account-[\d-]{10}\.csv$/) })
  resolve()
  await expect.element(screen.getByText('Saved 2,000 rows')).toBeVisible()
  expect(disk.closed).toBe(true)
  expect(disk.written.trimEnd().split('\r\n')).toHaveLength(2_001)
  expect(client.exports[0]).toMatchObject({ format: 'csv', name: expect.stringMatching(/^margin-by-account-/) })
})

test.each([
  ['Download CSV', 'csv'],
  ['Download Parquet', 'parquet'],
  ['Download Arrow', 'arrow'],
])('parameters: %s', async (item, format) => {
  const saved = withoutPicker()
  const { screen, client, choose } = await renderExport()
  await choose(item)
  await expect.element(screen.getByText('Saved 42 rows')).toBeVisible()
  expect(client.exports).toMatchObject([{ format }])
  expect((saved.mock.lastCall![0] as Blob).size).toBeGreaterThan(0)
})

test('behavior: stopped half way, nothing is left of the file, and the source is let go', async () => {
  const disk = withPicker()
  const { exportFile, seen } = pausedFile(2_000)
  const { screen, choose } = await renderExport({}, exportFile)
  await choose('Download CSV')
  await expect.element(screen.getByText(/kB so far/)).toBeVisible()
  await screen.getByRole('button', { name: 'Stop saving' }).click()
  await expect.element(screen.getByText('Stopped. Nothing was saved.')).toBeVisible()
  expect(disk).toMatchObject({ closed: false, aborted: true, removed: true })
  await expect.poll(() => seen.isLeft).toBe(true)
})

test('behavior: a file that breaks off is said to be, and is tried again', async () => {
  const disk = withPicker()
  const { exportFile, reject } = pausedFile(2_000)
  const { screen, client, choose } = await renderExport({}, exportFile)
  await choose('Download Parquet')
  await expect.element(screen.getByText(/so far/)).toBeVisible()
  reject(new GatewayUnreachableError({ url: 'http://gateway.test', cause: undefined }))
  await expect.element(screen.getByText('Not saved. The connection broke off.')).toBeVisible()
  expect(disk).toMatchObject({ closed: false, removed: true })
  await screen.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => client.exports.map(({ format }) => format)).toEqual(['parquet', 'parquet'])
})

test('behavior: a disk that is full is no fault of the gateway', async () => {
  const file = { createWritable: () => Promise.reject(new DOMException('', 'QuotaExceededError')) }
  vi.stubGlobal('showSaveFilePicker', async () => file)
  const { screen, choose } = await renderExport()
  await choose('Download CSV')
  await expect.element(screen.getByText('Could not save')).toBeVisible()
})

test('behavior: a result that is gone is said to be', async () => {
  withPicker()
  const { screen, choose } = await renderExport({}, () => {
    throw new HandleError('expired-handle', { message: 'Gone.' })
  })
  await choose('Download CSV')
  await expect.element(screen.getByText('Not saved. The gateway no longer holds all of these rows.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Try again' }).elements()).toHaveLength(0)
})

test('behavior: rows that were still counted at the beginning are told in the end', async () => {
  withPicker()
  const { screen, choose } = await renderExport({}, ({ columns, rows }) => ({
    columns,
    groups: [rows],
    rowCount: null,
    truncated: false,
  }))
  await choose('Download CSV')
  await expect.element(screen.getByText('Saved 42 rows')).toBeVisible()
})

test('behavior: a file of a part says so', async () => {
  withPicker()
  const { screen, choose } = await renderExport({ truncated: true })
  await choose('Download CSV')
  await expect.element(screen.getByText('Saved the first 42 rows, not all of them')).toBeVisible()
})

test('behavior: who thinks better of it asks nothing of the gateway', async () => {
  vi.stubGlobal('showSaveFilePicker', async () => {
    throw new DOMException('', 'AbortError')
  })
  const { client, choose, screen } = await renderExport()
  await choose('Download CSV')
  await expect.element(screen.getByRole('menuitem').first()).not.toBeInTheDocument()
  expect(client.exports).toEqual([])
})

test('behavior: a page that may not ask where to save gathers the file itself', async () => {
  const saved = withoutPicker()
  vi.stubGlobal('showSaveFilePicker', async () => {
    throw new DOMException('', 'SecurityError')
  })
  const { screen, choose } = await renderExport()
  await choose('Download CSV')
  await expect.element(screen.getByText('Saved 42 rows')).toBeVisible()
  expect(saved).toHaveBeenCalled()
})

test('behavior: a table in another order is saved as it is shown, beside all rows', async () => {
  const saved = withoutPicker()
  const { screen, client, choose } = await renderExport()
  const sort = screen.getByRole('columnheader', { name: 'Account' }).getByRole('button').first()
  await sort.click()
  await expect.element(screen.getByRole('columnheader', { name: 'Account' })).toHaveAttribute('aria-sort', 'ascending')
  await screen.getByRole('button', { name: 'Download' }).click()
  await expect.element(screen.getByRole('group', { name: 'All rows' })).toBeVisible()
  await screen.getByRole('group', { name: 'What is shown' }).getByRole('menuitem', { name: 'Download CSV' }).click()
  await expect.element(screen.getByText('Saved 42 rows')).toBeVisible()
  expect(client.exports).toEqual([])
  const text = await (saved.mock.lastCall![0] as Blob).text()
  const lines = text.trimEnd().split('\r\n')
  expect(lines[0]).toBe('Account,Gross margin,Share of total')
  const names = lines.slice(1).map((line) => line.split(',')[0]!)
  expect(names).toEqual([...names].sort((left, right) => left.localeCompare(right, 'en', { numeric: true })))
  await choose('Download Arrow')
  await expect.poll(() => client.exports.map(({ format }) => format)).toEqual(['arrow'])
})

test('behavior: the table is copied as text and as a table', async () => {
  const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
  const { screen } = await renderExport()
  await screen.getByRole('button', { name: 'Copy table' }).click()
  await expect.element(screen.getByText('Copied', { exact: true })).toBeInTheDocument()
  const [item] = write.mock.lastCall![0]
  const textOf = async (type: string) => (await item!.getType(type)).text()
  expect((await textOf('text/plain')).split('\n')[1]).toMatch(/^Great Lakes Fastener & Supply\t2194805\.63\t/)
  expect(await textOf('text/html')).toContain('<td>2194805.63</td>')
})

test('behavior: what is too large for the clipboard is not copied in part', async () => {
  const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
  const { screen } = await renderExport({ rows: sampleRows(40_000) })
  await screen.getByRole('button', { name: 'Copy table' }).click()
  await expect.element(screen.getByText(/^40,000 rows are too many to copy/)).toBeInTheDocument()
  expect(write).not.toHaveBeenCalled()
})
