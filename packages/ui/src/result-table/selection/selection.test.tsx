import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { eventually, orderRows, renderTable } from '../../../test/tableUnderGateway.tsx'

const selected = (table: HTMLElement) =>
  [...table.querySelectorAll('td[aria-selected]')].map((cell) => cell.textContent)

test('behavior: cells are chosen by dragging over them, and up to a cell by a press with Shift', async () => {
  const { screen, table } = await renderTable()
  const cell = (text: string) => screen.getByRole('gridcell', { name: text, exact: true })
  await userEvent.dragAndDrop(cell('Account 1'), cell('$2.50'))
  await eventually(() => selected(table())).toEqual(['Account 1', 'Akron', '$1.50', 'Account 2', 'Toledo', '$2.50'])
  await cell('Account 3').click()
  await eventually(() => selected(table())).toEqual([])
  await cell('Account 4').click({ modifiers: ['Shift'] })
  await eventually(() => selected(table())).toEqual(['Account 3', 'Account 4'])
})

test('behavior: what is too much to copy at once is said, with how much was copied', async () => {
  const { screen, focusHeading } = await renderTable({ page: { rows: orderRows(30_000) } })
  await focusHeading('Account')
  await userEvent.keyboard('{ArrowDown}{Control>}a{/Control}')
  const clipboardData = new DataTransfer()
  document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
  await expect.element(screen.getByText(/^Copied the first 25,000 of 30,000 rows/).first()).toBeVisible()
  expect(clipboardData.getData('text/plain').split('\n')).toHaveLength(25_001)
})

test('behavior: groups are copied as they stand', async () => {
  const { screen, focusHeading } = await renderTable({ defaultView: { groupBy: 'region' } })
  await screen.getByRole('button', { name: 'Close all groups' }).click()
  await focusHeading('Region')
  await userEvent.keyboard('{ArrowDown}{Control>}a{/Control}')
  const clipboardData = new DataTransfer()
  document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
  const [headings, ...lines] = clipboardData.getData('text/plain').split('\n')
  expect(headings).toBe('Region\tAccount\tRevenue\tMargin')
  expect(lines.map((line) => line.split('\t').slice(0, 3))).toContainEqual(['Akron', '', '150.00'])
})
