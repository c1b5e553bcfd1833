import { sampleColumns, sampleResultPage, sampleRows } from '@lakefront/testing'
import type { ReactElement } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { describeConformance } from '../../test/describeConformance.tsx'
import { renderUnderGateway } from '../../test/underGateway.tsx'
import { KitRoot } from '../kit/KitRoot.tsx'
import { ResultTable } from './index.ts'

type Result = Parameters<typeof sampleResultPage>[0]

const tableOf = (result: Result = {}, onOpenRecord?: () => void) => (
  <KitRoot>
    <ResultTable.Root result={sampleResultPage(result)} title="Margin" onOpenRecord={onOpenRecord} data-testid="table">
      <ResultTable.Grid />
      <ResultTable.Copy />
      <ResultTable.Download />
    </ResultTable.Root>
  </KitRoot>
)

/** 200 rows at once and the others from the stream. */
const longResult = (rowCount: number) => ({
  result: { rows: sampleRows(rowCount).slice(0, 200), rowCount: null, complete: false },
  stream: { readResult: () => [sampleRows(rowCount)] },
})

describeConformance('KitRoot', <KitRoot />)
describeConformance('ResultTable.Root', <ResultTable.Root result={sampleResultPage()} title="Margin" />, {
  within: (part) => <KitRoot>{part}</KitRoot>,
})

const inTable = (part: ReactElement) => (
  <KitRoot>
    <ResultTable.Root result={sampleResultPage()} title="Margin">
      {part}
    </ResultTable.Root>
  </KitRoot>
)
describeConformance('ResultTable.Grid', <ResultTable.Grid />, { within: inTable })
describeConformance('ResultTable.Copy', <ResultTable.Copy />, { within: inTable })
describeConformance('ResultTable.Download', <ResultTable.Download />, { within: inTable })

describe('the grid', () => {
  test('default', async () => {
    const { screen } = await renderUnderGateway(tableOf())
    const grid = screen.getByRole('grid', { name: 'Margin' })
    await expect.element(grid).toHaveAttribute('aria-rowcount', '43')
    await expect.element(grid).toHaveAttribute('aria-colcount', '3')
    await expect.element(screen.getByText('$2,194,805.63')).toBeVisible()
    await expect.element(screen.getByText('−$39,426.62')).toBeInTheDocument()
    expect(screen.getByText('Account id').elements()).toHaveLength(0)
    await expect.element(screen.getByTestId('table')).toHaveAttribute('data-status', 'complete')
  })

  test('behavior: a press on a heading sorts, once more the other way, once more as the rows came', async () => {
    const { screen } = await renderUnderGateway(tableOf())
    const heading = screen.getByRole('columnheader', { name: 'Gross margin' })
    const firstMargin = () => screen.getByRole('gridcell').elements()[1]?.textContent
    await heading.getByRole('button').click()
    await expect.element(heading).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(firstMargin).toBe('$2,194,805.63')
    await heading.getByRole('button').click()
    await expect.element(heading).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(firstMargin).toBe('−$39,426.62')
    await heading.getByRole('button').click()
    await expect.element(heading).toHaveAttribute('aria-sort', 'none')
    await expect.poll(firstMargin).toBe('$2,194,805.63')
  })

  test('behavior: one stop for Tab, arrow keys within, Enter opens the record', async () => {
    const onOpenRecord = vi.fn()
    const { screen } = await renderUnderGateway(tableOf({}, onOpenRecord))
    await expect.element(screen.getByRole('grid')).toBeVisible()
    expect(document.querySelectorAll('table [tabindex="0"]')).toHaveLength(1)
    await userEvent.keyboard('{Tab}{ArrowDown}{ArrowDown}{Enter}')
    expect(onOpenRecord).toHaveBeenCalledWith({ entity: 'account', id: '1002', label: 'Cuyahoga Hydraulics' })
    await userEvent.keyboard('{Control>}{End}{/Control}')
    await expect.element(screen.getByRole('gridcell').last()).toHaveFocus()
    await userEvent.keyboard('{Control>}{Home}{/Control}')
    await expect.element(screen.getByRole('button', { name: 'Great Lakes Fastener & Supply' })).toHaveFocus()
    expect(document.querySelectorAll('table [tabindex="0"]')).toHaveLength(1)
  })

  test('behavior: rows chosen with Shift are copied as cells', async () => {
    const { screen } = await renderUnderGateway(tableOf())
    await expect.element(screen.getByRole('grid')).toBeVisible()
    await userEvent.keyboard('{Tab}{ArrowDown}{Shift>}{ArrowDown}{/Shift}')
    expect(screen.getByRole('row', { selected: true }).elements()).toHaveLength(2)
    expect(copied()).toBe(
      'Account\tGross margin\tShare of total\nGreat Lakes Fastener & Supply\t2194805.63\t' +
        `${sampleRows()[0]?.[3]}\nCuyahoga Hydraulics\t${sampleRows()[1]?.[2]}\t${sampleRows()[1]?.[3]}`,
    )
    await userEvent.keyboard('{Escape}')
    expect(screen.getByRole('row', { selected: true }).elements()).toHaveLength(0)
    expect(copied()).toBe('Cuyahoga Hydraulics')
  })

  test('behavior: a long result keeps few rows in the page, and every row is reached by keyboard', async () => {
    const { result, stream } = longResult(10_000)
    const { screen } = await renderUnderGateway(tableOf(result), {}, stream)
    await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '10001')
    await expect.poll(() => document.querySelectorAll('tr[aria-rowindex]').length).toBeLessThan(60)
    await userEvent.keyboard('{Tab}{ArrowDown}{Control>}{End}{/Control}')
    await expect.poll(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')).toBe('10001')
  })

  test('behavior: tags in values stay text', async () => {
    const rows = [['1', '<script>window.hacked = 1</script>', '1.00', 1]]
    const { screen } = await renderUnderGateway(tableOf({ rows, columns: [...sampleColumns] }, () => {}))
    await expect.element(screen.getByRole('button', { name: '<script>window.hacked = 1</script>' })).toBeVisible()
    expect('hacked' in window).toBe(false)
  })
})

test('behavior: a download waits for the last row and says how many there are', async () => {
  const { result, stream } = longResult(1_000)
  const saved = vi.spyOn(URL, 'createObjectURL')
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  const { screen } = await renderUnderGateway(tableOf(result), {}, stream)
  await screen.getByRole('button', { name: 'Download CSV' }).click()
  await expect.element(screen.getByText('Saved 1,000 rows')).toBeVisible()
  const text = await new Response(saved.mock.lastCall?.[0] as Blob).text()
  expect(text.trimEnd().split('\r\n')).toHaveLength(1_001)
  expect(text.startsWith('Account,Gross margin,Share of total')).toBe(true)
})

test('behavior: a download of a part says so', async () => {
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  const { screen } = await renderUnderGateway(tableOf({ truncated: true }))
  await screen.getByRole('button', { name: 'Download CSV' }).click()
  await expect.element(screen.getByText('Saved the first 42 rows, not all of them')).toBeVisible()
})

/** What the page would put on the clipboard. */
function copied(): string | undefined {
  const clipboardData = new DataTransfer()
  document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
  return clipboardData.getData('text/plain')
}
