import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { eventually, orderRows, renderTable } from '../../../test/tableUnderGateway.tsx'

test('behavior: a text is found, marked and scrolled to, from match to match and back to the table', async () => {
  const rows = orderRows(500).map((row, index) => (index === 420 ? ['Needle', ...row.slice(1)] : row))
  const { screen, table, focusHeading } = await renderTable({ page: { rows } })
  await focusHeading('Account')
  await userEvent.keyboard('{ArrowDown}{Control>}f{/Control}')
  const field = screen.getByRole('searchbox', { name: 'Find in result' })
  await expect.element(field).toHaveFocus()
  await userEvent.fill(field, 'nëedle')
  await expect.element(screen.getByText('1 of 1')).toBeVisible()
  await eventually(() => table().querySelector('[data-match="current"]')?.textContent).toBe('Needle')

  await userEvent.fill(field, 'account 7')
  await expect.element(screen.getByText('1 of 11')).toBeVisible()
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
  await expect.element(screen.getByText('11 of 11')).toBeVisible()
  await userEvent.keyboard('{Enter}{Enter}')
  await expect.element(screen.getByText('2 of 11')).toBeVisible()
  await eventually(() => table().querySelector('[data-match="current"]')?.textContent).toBe('Account 70')
  await userEvent.keyboard('{Escape}')
  await expect.element(field).not.toBeInTheDocument()
  await eventually(() => document.activeElement?.textContent).toBe('Account 70')
})

test('behavior: the menu of a column leads to it, too', async () => {
  const { choose, screen } = await renderTable()
  await choose('Account', 'Find in result')
  await expect.element(screen.getByRole('searchbox', { name: 'Find in result' })).toHaveFocus()
  await userEvent.keyboard('akron')
  await expect.element(screen.getByText('1 of 10')).toBeVisible()
})

test('behavior: nothing found is said, and hidden columns are not looked in', async () => {
  const { screen, focusHeading } = await renderTable({ defaultView: { hidden: ['region'] } })
  await focusHeading('Account')
  await userEvent.keyboard('{Control>}f{/Control}')
  await userEvent.fill(screen.getByRole('searchbox', { name: 'Find in result' }), 'toledo')
  await expect.element(screen.getByText('No matches')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Next match' })).toBeDisabled()
})
