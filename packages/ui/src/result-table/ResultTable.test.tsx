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
    await heading.getByRole('button', { name: 'Gross margin', exact: true }).click()
    await expect.element(heading).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(firstMargin).toBe('$2,194,805.63')
    await heading.getByRole('button', { name: 'Gross margin', exact: true }).click()
    await expect.element(heading).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(firstMargin).toBe('−$39,426.62')
    await heading.getByRole('button', { name: 'Gross margin', exact: true }).click()
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

  test('behavior: cells chosen with Shift are copied as text and as a table', async () => {
    const { screen } = await renderUnderGateway(tableOf())
    await expect.element(screen.getByRole('grid')).toBeVisible()
    await userEvent.keyboard('{Tab}{ArrowDown}{Shift>}{ArrowDown}{ArrowRight}{/Shift}')
    await expect.poll(() => screen.getByRole('gridcell', { selected: true }).elements()).toHaveLength(4)
    const [first, second] = sampleRows(42)
    const text = [first, second].map((row) => row?.slice(1, 3).join('\t')).join('\n')
    await expect.poll(() => copied()).toBe(text)
    expect(copied('text/html')).toContain(`<td>${second?.[2]}</td>`)
    await expect.element(screen.getByText('Copied 2 rows')).toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => screen.getByRole('gridcell', { selected: true }).elements()).toHaveLength(0)
    expect(copied()).toBe(second?.[2])
  })

  test('behavior: a whole row, a whole column and everything are chosen by keys', async () => {
    const { screen } = await renderUnderGateway(tableOf())
    await expect.element(screen.getByRole('grid')).toBeVisible()
    const selected = () => screen.getByRole('gridcell', { selected: true }).elements().length
    await userEvent.keyboard('{Tab}{ArrowDown}{Shift>} {/Shift}')
    await expect.poll(selected).toBe(3)
    expect(screen.getByRole('row', { selected: true }).elements()).toHaveLength(1)
    await userEvent.keyboard('{Control>} {/Control}')
    await expect.poll(selected).toBe(42)
    expect(copied()?.split('\n')[0]).toBe('Account')
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.poll(selected).toBe(42 * 3)
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

/** What the page would put on the clipboard. */
function copied(type = 'text/plain'): string | undefined {
  const clipboardData = new DataTransfer()
  document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
  return clipboardData.getData(type)
}
