import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { eventually, renderTable } from '../../../test/tableUnderGateway.tsx'

test('behavior: rows are kept by a text that people type, whatever its case', async () => {
  const { choose, screen, column, heading } = await renderTable()
  await choose('Account', 'Filter…')
  await expect.element(screen.getByRole('dialog', { name: 'Filter Account' })).toBeVisible()
  await expect.element(screen.getByRole('textbox', { name: 'Text' })).toHaveFocus()
  await userEvent.keyboard('ACCOUNT 2{Enter}')
  await eventually(() => column('Account')).toHaveLength(11)
  await expect.element(screen.getByText('11 of 30 rows')).toBeVisible()
  await expect.element(heading('Account').getByRole('button', { name: 'Account', exact: true })).toHaveFocus()
  await screen.getByRole('button', { name: 'Remove: Account contains “ACCOUNT 2”' }).click()
  await eventually(() => column('Account')).toHaveLength(30)
  await expect.element(heading('Account').getByRole('button', { name: 'Account', exact: true })).toHaveFocus()
})

test('behavior: a range is read as people write numbers, and refused when it is none', async () => {
  const { choose, screen, column } = await renderTable()
  await choose('Revenue', 'Filter…')
  await userEvent.fill(screen.getByLabelText('From'), 'plenty')
  await screen.getByRole('button', { name: 'Apply' }).click()
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('This cannot be read. Write a number, a date or a time.')
  await userEvent.fill(screen.getByLabelText('From'), '$27')
  await screen.getByRole('button', { name: 'Apply' }).click()
  await eventually(() => column('Revenue')).toEqual(['$27.50', '$28.50', '$29.50'])
  await expect.element(screen.getByText('Revenue from $27.00')).toBeVisible()
})

test('behavior: percents are asked for in percent', async () => {
  const { choose, screen, column } = await renderTable()
  await choose('Margin', 'Filter…')
  await userEvent.fill(screen.getByLabelText('From (%)'), '9')
  await screen.getByRole('button', { name: 'Apply' }).click()
  await eventually(() => column('Margin')).toEqual(['9.0%', '9.0%', '9.0%'])
})

test('behavior: values are chosen from a list that says how many rows have each', async () => {
  const { choose, screen, column } = await renderTable()
  await choose('Region', 'Filter…')
  await userEvent.selectOptions(screen.getByLabelText('Keep rows where it'), 'one-of')
  await expect.element(screen.getByRole('checkbox', { name: /Erie/ })).toBeVisible()
  await expect.element(screen.getByRole('group', { name: 'Values' })).toHaveTextContent('Erie10Akron10Toledo10')
  await userEvent.fill(screen.getByRole('searchbox', { name: 'Search values' }), 'tol')
  await screen.getByRole('checkbox', { name: /Toledo/ }).click()
  await screen.getByRole('button', { name: 'Apply' }).click()
  await eventually(() => new Set(column('Region'))).toEqual(new Set(['Toledo']))

  // Pressed again, the filter is as it was left.
  await screen.getByRole('button', { name: 'Region: Toledo', exact: true }).click()
  await expect.element(screen.getByRole('checkbox', { name: /Toledo/ })).toBeChecked()
  await screen.getByRole('button', { name: 'Clear' }).click()
  await eventually(() => column('Region')).toHaveLength(30)
})

test('behavior: when nothing passes, that is said, and the focus stays in the table', async () => {
  const filters = { account: { operator: 'contains' as const, text: 'nobody' } }
  const { screen, table } = await renderTable({ defaultView: { filters } })
  await expect.element(screen.getByText('No row passes the filters.')).toBeVisible()
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '1')
  expect(table().querySelectorAll('[tabindex="0"]')).toHaveLength(1)
})
