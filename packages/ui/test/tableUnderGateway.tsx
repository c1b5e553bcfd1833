import type { Column, Row } from '@lakefront/react'
import { sampleResultPage, type TestClientOptions } from '@lakefront/testing'
import { expect } from 'vitest'
import { userEvent } from 'vitest/browser'
import { KitRoot } from '../src/kit/KitRoot.tsx'
import { ResultTable } from '../src/result-table/index.ts'
import type { ResultTableRootProps } from '../src/result-table/ResultTableRoot.tsx'
import { renderUnderGateway } from './underGateway.tsx'

/** Orders of a few plants: a text, two of which there are few, an amount, a percentage. */
export const orderColumns: readonly Column[] = [
  { name: 'account', title: 'Account', type: 'text', role: 'dimension' },
  { name: 'region', title: 'Region', type: 'text', role: 'dimension' },
  { name: 'revenue', title: 'Revenue', type: 'decimal', scale: 2, unit: 'currency', currency: 'USD', role: 'measure' },
  { name: 'margin', title: 'Margin', type: 'float', unit: 'percent', role: 'measure' },
]

const regions = ['Erie', 'Akron', 'Toledo']

/** Account 0 of Erie with $0.50, account 1 of Akron with $1.50, and so on. */
export function orderRows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => [
    `Account ${index}`,
    regions[index % regions.length]!,
    `${index}.50`,
    (index % 10) / 100,
  ])
}

/** What comes true in its own time, also on a machine that is busy. */
export const eventually = <value,>(read: () => value) => expect.poll(read, { timeout: 10_000 })

type TableOptions = Partial<ResultTableRootProps> & {
  page?: Parameters<typeof sampleResultPage>[0]
  /** What the stream brings; the page is the whole result when left out. */
  stream?: TestClientOptions['readResult']
  maxResultBytes?: number
}

/** A table of orders, and what people do with it. */
export async function renderTable({ page, stream, maxResultBytes, ...props }: TableOptions = {}) {
  const rows = orderRows(30)
  const result = sampleResultPage({
    columns: [...orderColumns],
    rows,
    ...(stream && { rowCount: null, complete: false }),
    ...page,
  })
  const options = { ...(stream && { readResult: stream }), ...(maxResultBytes !== undefined && { maxResultBytes }) }
  const { screen } = await renderUnderGateway(
    <KitRoot timeZone="UTC">
      <ResultTable.Root result={result} title="Orders" {...props}>
        <ResultTable.Grid />
      </ResultTable.Root>
    </KitRoot>,
    {},
    options,
  )
  const table = () => document.querySelector<HTMLTableElement>('table[aria-label="Orders"]')!
  await eventually(table).not.toBeNull()
  const heading = (title: string) => screen.getByRole('columnheader', { name: title, exact: true })
  return {
    screen,
    table,
    scroller: () => table().parentElement!,
    heading,
    /** What the cells of a column read, from the top. */
    column: (title: string) => {
      const index = heading(title).element().getAttribute('aria-colindex')
      return [...table().querySelectorAll(`tbody td[aria-colindex="${index}"]`)].map((cell) => cell.textContent)
    },
    titles: () => [...table().querySelectorAll('th')].map((element) => element.getAttribute('aria-label')),
    /** Opens the menu of a column by keys, and chooses from it. */
    async choose(title: string, item: string) {
      await focusHeading(title)
      await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
      await screen.getByRole('menu').getByText(item, { exact: true }).click()
    },
    focusHeading,
  }

  async function focusHeading(title: string) {
    const button = heading(title).getByRole('button', { name: title, exact: true })
    await expect.element(button).toBeVisible()
    const element = button.element()
    if (element instanceof HTMLElement) element.focus()
  }
}
