import { expect, test } from 'vitest'
import { eventually, orderRows, renderTable } from '../../../test/tableUnderGateway.tsx'

test('behavior: a screen reader is told that rows arrive and when all are here, and nothing in between', async () => {
  const rows = orderRows(3_000)
  const end = Promise.withResolvers<void>()
  const { screen, table } = await renderTable({
    stream: async function* () {
      for (let start = 0; start < rows.length; start += 100) yield rows.slice(start, start + 100)
      await end.promise
    },
  })
  await expect.element(screen.getByText('Rows are arriving.')).toBeInTheDocument()
  const said: string[] = []
  const status = screen.getByText('Rows are arriving.').element()
  new MutationObserver(() => said.push(status.textContent)).observe(status, {
    childList: true,
    characterData: true,
    subtree: true,
  })
  await eventually(() => table().style.blockSize).toBe(`${31 * 3_001}px`)
  end.resolve()
  await eventually(() => said).toEqual(['All 3,000 rows are here.'])
})

test('behavior: of rows that were here from the start nothing is said', async () => {
  const { screen } = await renderTable()
  await expect.element(screen.getByRole('grid')).toBeVisible()
  expect(
    screen
      .getByRole('status')
      .elements()
      .map((element) => element.textContent),
  ).toEqual(['', ''])
})
