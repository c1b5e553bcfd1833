import type { Row } from '@lakefront/react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { eventually, orderColumns, orderRows, renderTable } from '../../../test/tableUnderGateway.tsx'

const drawnRows = (table: HTMLElement) => [...table.querySelectorAll('tbody tr')]
const rowIndexes = (table: HTMLElement) => drawnRows(table).map((row) => Number(row.getAttribute('aria-rowindex')))

test('behavior: groups say their rows and sums, and open and close', async () => {
  const { screen, table } = await renderTable({ defaultView: { groupBy: 'region' } })
  const akron = screen.getByRole('button', { name: 'Akron 10 rows' })
  await expect.element(screen.getByRole('treegrid', { name: 'Orders' })).toBeVisible()
  const row = () => akron.element().closest('tr')!
  await expect.element(akron).toBeVisible()
  expect(row()).toHaveAttribute('aria-level', '1')
  expect(row().textContent).toContain('Sum of Revenue: $150.00')
  expect(row().textContent).toContain('Average of Margin')

  await screen.getByRole('button', { name: 'Close all groups' }).click()
  await eventually(() => drawnRows(table())).toHaveLength(3)
  ;(akron.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  await eventually(() => drawnRows(table())).toHaveLength(13)
  await eventually(() => row().getAttribute('aria-expanded')).toBe('true')
  await userEvent.keyboard('{ArrowLeft}')
  await eventually(() => drawnRows(table())).toHaveLength(3)
})

test('behavior: totals are of the rows that passed', async () => {
  const filters = { region: { operator: 'is' as const, text: 'akron' } }
  const { table } = await renderTable({ defaultView: { totals: true, filters } })
  await eventually(() => table().querySelector('tfoot')?.textContent).toContain('$150.00')
})

test('behavior: of two hundred columns only those in view are in the page', async () => {
  const columns = Array.from({ length: 200 }, (_, index) => ({ name: `c${index}`, type: 'integer' as const }))
  const rows: Row[] = Array.from({ length: 400 }, () => columns.map((_, index) => index))
  const { table, scroller, focusHeading } = await renderTable({ page: { columns, rows } })
  await eventually(() => table().getAttribute('aria-colcount')).toBe('200')
  await eventually(() => table().querySelectorAll('td').length).toBeLessThan(400)
  await focusHeading('C0')
  await userEvent.keyboard('{ArrowDown}{End}')
  await eventually(() => document.activeElement?.getAttribute('aria-colindex')).toBe('200')
  scroller().scrollLeft = 3_000
  const shownColumns = () =>
    [...table().querySelectorAll('th')].map((cell) => Number(cell.getAttribute('aria-colindex')))
  await eventually(() => shownColumns().filter((index) => index > 20 && index < 150).length).toBeGreaterThan(3)
  expect([shownColumns().at(0), shownColumns().at(-1)]).toEqual([1, 200])
  expect(table().querySelectorAll('td').length).toBeLessThan(500)
})

test('behavior: the last of two million rows is reached, beyond what an engine can scroll over', async () => {
  const batch = orderRows(20_000)
  const { table, focusHeading, scroller } = await renderTable({
    stream: function* () {
      for (let index = 0; index < 100; index += 1) yield batch
    },
    maxResultBytes: 1,
  })
  await expect.poll(() => table().getAttribute('aria-rowcount'), { timeout: 60_000 }).toBe('2000001')
  await focusHeading('Account')
  await userEvent.keyboard('{ArrowDown}{Control>}{End}{/Control}')
  await eventually(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')).toBe('2000001')
  const last = document.activeElement!.getBoundingClientRect()
  const place = scroller().getBoundingClientRect()
  expect(last.bottom).toBeLessThanOrEqual(place.bottom + 1)
  expect(last.top).toBeGreaterThan(place.top)
  expect(drawnRows(table()).length).toBeLessThan(60)
}, 120_000)

test('behavior: what the page has let go of is a placeholder until it is read again', async () => {
  const rows = orderRows(4_000)
  let reads = 0
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const { table, scroller, screen, heading } = await renderTable({
    stream: async function* () {
      reads += 1
      if (reads > 1) await held
      for (let start = 0; start < rows.length; start += 200) yield rows.slice(start, start + 200)
    },
    maxResultBytes: 40_000,
  })
  await eventually(() => table().getAttribute('aria-rowcount')).toBe('4001')
  await expect.element(screen.getByText(/larger than the page may hold/)).toBeVisible()
  await expect
    .element(heading('Account').getByRole('button', { name: 'Account', exact: true }))
    .toHaveAttribute('aria-disabled')
  scroller().scrollTop = 90_000
  await eventually(() => drawnRows(table()).some((row) => row.textContent.includes('being read'))).toBe(true)
  release()
  await eventually(() => drawnRows(table()).some((row) => row.textContent.includes('being read'))).toBe(false)
})

test('behavior: while rows arrive, the reader stays where the reader is', async () => {
  const rows = orderRows(4_000)
  const steps = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { table, scroller, focusHeading, screen } = await renderTable({
    stream: async function* () {
      yield rows.slice(0, 1_000)
      for (const [index, step] of steps.entries()) {
        await step.promise
        yield rows.slice((index + 1) * 1_000, (index + 2) * 1_000)
      }
    },
  })
  await eventually(() => table().getAttribute('aria-busy')).toBe('true')
  await eventually(() => table().style.blockSize).toBe(`${31 * 1_001}px`)
  await focusHeading('Region')
  await userEvent.keyboard('{ArrowDown}{PageDown}{PageDown}{PageDown}{Shift>}{ArrowDown}{/Shift}')
  await eventually(() => screen.getByRole('gridcell', { selected: true }).elements()).toHaveLength(2)
  const before = { top: scroller().scrollTop, rows: rowIndexes(table()), text: document.activeElement?.textContent }
  for (const [index, step] of steps.entries()) {
    step.resolve()
    await eventually(() => table().style.blockSize).toBe(`${31 * (1_001 + 1_000 * (index + 1))}px`)
  }
  expect(scroller().scrollTop).toBe(before.top)
  expect(rowIndexes(table())).toEqual(before.rows)
  expect(document.activeElement?.textContent).toBe(before.text)
  expect(screen.getByRole('gridcell', { selected: true }).elements()).toHaveLength(2)
})

test('behavior: columns fill the room there is, and no number is cut off', async () => {
  const page = { columns: [...orderColumns], rows: orderRows(4_000) }
  const { table, scroller } = await renderTable({ page, defaultView: { totals: true } })
  await eventually(() => table().querySelector('tfoot')?.textContent).toContain('$8,000,000.00')
  await eventually(() => table().getBoundingClientRect().width).toBe(scroller().clientWidth)
  const cut = [...table().querySelectorAll('td[data-align="end"]')].filter(
    (cell) => cell.scrollWidth > cell.clientWidth,
  )
  expect(cut).toEqual([])
})

test('behavior: scrolled by a row, one row is drawn and one is taken away', async () => {
  const { table, scroller } = await renderTable({ page: { rows: orderRows(1_000) } })
  scroller().scrollTop = 31 * 400
  await eventually(() => rowIndexes(table())).toContain(405)
  const before = rowIndexes(table())
  const changes: MutationRecord[] = []
  const observer = new MutationObserver((records) => changes.push(...records))
  observer.observe(table(), { subtree: true, childList: true, characterData: true, attributes: true })
  scroller().scrollTop = 31 * 401
  await eventually(() => rowIndexes(table())).toEqual(before.map((index) => index + 1))
  observer.disconnect()
  expect(changes.map(({ type }) => type)).toEqual(['childList', 'childList'])
})
