import type { Locator, Page } from 'playwright'

const answerTimeoutMs = 60_000
const endings = ['answered', 'partial', 'clarification', 'unavailable', 'refused', 'failed', 'cancelled']
const endedTurn = endings.map((status) => `[data-status="${status}"]`).join(',')

/** The assistant, as a person finds it. */
export const panelOf = (page: Page) => page.getByRole('region', { name: 'Assistant', exact: true })

/** Types a question, and gives the answer on screen once it has ended, however it ended. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const panel = panelOf(page)
  const turns = panel.getByRole('article')
  const before = await turns.count()
  const input = panel.getByRole('textbox', { name: 'Your question' })
  await input.fill(question)
  await input.press('Enter')
  const turn = turns.nth(before)
  await turn.and(page.locator(endedTurn)).waitFor({ timeout: answerTimeoutMs })
  return turn
}

export const statusOf = (turn: Locator) => turn.getAttribute('data-status')

/** What the cells of a table read, row by row, without the headings. Waits for the first row. */
export async function readRows(table: Locator): Promise<string[][]> {
  await table.locator('tbody tr').first().waitFor()
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll<HTMLElement>('td, th')].map((cell) => cell.textContent.trim())),
    )
}

/** An exact decimal as the screen shows it, worked out from its digits alone: `-1234.5` is `−$1,234.50`. */
export function toUsd(decimal: string): string {
  const [, sign, whole = '', cents = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(decimal) ?? []
  if (whole === '') throw new Error(`Not an amount in cents: ${decimal}`)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign ? '−' : ''}$${grouped}.${cents.padEnd(2, '0')}`
}

/** Cents as the screen shows them. */
export const centsToUsd = (cents: string) => toUsd(cents.padStart(3, '0').replace(/(\d\d)$/, '.$1'))
