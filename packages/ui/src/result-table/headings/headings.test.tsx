import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { eventually, renderTable } from '../../../test/tableUnderGateway.tsx'

const widthOf = (element: Element) => Math.round(element.getBoundingClientRect().width)

test('behavior: a press with Shift sorts by one more column, and each says its place', async () => {
  const { heading, column } = await renderTable()
  await heading('Region').getByRole('button', { name: 'Region', exact: true }).click()
  await heading('Revenue')
    .getByRole('button', { name: 'Revenue', exact: true })
    .click({ modifiers: ['Shift'] })
  await expect.element(heading('Region')).toHaveAttribute('aria-sort', 'ascending')
  await expect.element(heading('Revenue')).toHaveAttribute('aria-sort', 'descending')
  await expect.element(heading('Revenue').getByText(', number 2 in the order')).toBeInTheDocument()
  await eventually(() => column('Region').slice(0, 2)).toEqual(['Akron', 'Akron'])
  expect(column('Revenue').slice(0, 2)).toEqual(['$28.50', '$25.50'])
})

test('behavior: the menu of a column is opened by keys, and gives the focus back', async () => {
  const { heading, focusHeading, screen } = await renderTable()
  await focusHeading('Revenue')
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await expect.element(screen.getByRole('menu', { name: 'Options for Revenue' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('menu')).not.toBeInTheDocument()
  await expect.element(heading('Revenue').getByRole('button', { name: 'Revenue', exact: true })).toHaveFocus()
})

test('behavior: a hidden column is gone, said above the table, and comes back', async () => {
  const onViewChange = vi.fn()
  const { choose, titles, screen } = await renderTable({ onViewChange })
  await choose('Region', 'Hide column')
  await eventually(titles).toEqual(['Account', 'Revenue', 'Margin'])
  expect(onViewChange).toHaveBeenCalledWith(expect.objectContaining({ hidden: ['region'] }))
  await expect.element(screen.getByText('1 column hidden')).toBeVisible()
  await screen.getByRole('button', { name: 'Show all columns' }).click()
  await eventually(titles).toEqual(['Account', 'Region', 'Revenue', 'Margin'])
})

test('behavior: a column that is kept in sight stays where it is while others scroll', async () => {
  const widths = { account: 200, region: 300, revenue: 300, margin: 120 }
  const { choose, heading, scroller, titles } = await renderTable({ defaultView: { widths } })
  await choose('Margin', 'Keep in sight at the end')
  await eventually(titles).toEqual(['Account', 'Region', 'Revenue', 'Margin'])
  scroller().scrollLeft = 0
  const left = (title: string) => heading(title).element().getBoundingClientRect().left
  const before = [left('Account'), left('Region'), left('Margin')]
  scroller().scrollLeft = 100
  await eventually(() => left('Region')).toBe(before[1]! - 100)
  expect([left('Account'), left('Margin')]).toEqual([before[0], before[2]])
})

test('behavior: keys change the width of a column, and move it', async () => {
  const { heading, focusHeading, titles } = await renderTable()
  await focusHeading('Region')
  const before = widthOf(heading('Region').element())
  await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{/Alt}')
  await eventually(() => widthOf(heading('Region').element())).toBe(before + 32)
  await userEvent.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}')
  await eventually(titles).toEqual(['Account', 'Revenue', 'Region', 'Margin'])
  await expect.element(heading('Region').getByRole('button', { name: 'Region', exact: true })).toHaveFocus()
})

test('behavior: the edge of a heading is dragged to a width', async () => {
  const { heading } = await renderTable()
  await expect.element(heading('Region')).toBeVisible()
  const element = heading('Region').element()
  const before = widthOf(element)
  const edge = element.querySelector('[data-edge]')!
  const { right, top } = element.getBoundingClientRect()
  const at = (clientX: number) => ({ clientX, clientY: top + 5, pointerId: 1, button: 0, bubbles: true })
  // A made-up pointer cannot be captured.
  vi.spyOn(edge, 'setPointerCapture').mockImplementation(() => {})
  edge.dispatchEvent(new PointerEvent('pointerdown', at(right)))
  edge.dispatchEvent(new PointerEvent('pointermove', at(right + 40)))
  await eventually(() => widthOf(element)).toBe(before + 40)
  edge.dispatchEvent(new PointerEvent('lostpointercapture', at(right + 40)))
  edge.dispatchEvent(new PointerEvent('pointermove', at(right + 90)))
  await eventually(() => widthOf(element)).toBe(before + 40)
})

test('behavior: a heading is dragged to another place, and that is no press', async () => {
  const { heading, titles } = await renderTable()
  await expect.element(heading('Margin')).toBeVisible()
  await userEvent.dragAndDrop(
    heading('Margin').getByRole('button', { name: 'Margin', exact: true }),
    heading('Region').getByRole('button', { name: 'Region', exact: true }),
    { targetPosition: { x: 8, y: 8 } },
  )
  await eventually(titles).toEqual(['Account', 'Margin', 'Region', 'Revenue'])
  await expect.element(heading('Margin')).toHaveAttribute('aria-sort', 'none')
})

test('behavior: what a column is summed up as can be chosen, but percents are never added up', async () => {
  const { choose, focusHeading, screen, table } = await renderTable()
  await choose('Margin', 'Show totals')
  await eventually(() => table().querySelector('tfoot')?.textContent).toContain('Average of Margin')
  await focusHeading('Margin')
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await screen.getByRole('menuitem', { name: 'Sum up as' }).click()
  await expect.element(screen.getByRole('menuitemradio', { name: 'Maximum' })).toBeVisible()
  expect(screen.getByRole('menuitemradio', { name: 'Sum', exact: true }).elements()).toHaveLength(0)
  await screen.getByRole('menuitemradio', { name: 'Maximum' }).click()
  await eventually(() => table().querySelector('tfoot')?.textContent).toContain('Maximum of Margin')
})
