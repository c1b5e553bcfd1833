import { sampleSpending } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { spending as words } from '../../messages/spending/en.ts'
import { csvBlob } from '../../result-export/exportText.ts'
import { spendChartRows, spendRows } from './spendLines.ts'

async function linesOfFile(report: Parameters<typeof spendRows>[0]): Promise<string[]> {
  const file = await csvBlob(spendRows(report, words), new AbortController().signal)
  return (await file.text()).trim().split('\r\n')
}

test('default: a file with each line and its money to the millionth', async () => {
  expect(await linesOfFile(sampleSpending('source'))).toEqual([
    'Source,Queries,Spent (USD),"Spent, of that assumed (USD)"',
    'Warehouse,2,4.25,2.75',
    'Lakehouse,6,2.438088,0',
  ])
})

test('behavior: a question that would be a formula is none in a spreadsheet', async () => {
  const [line] = sampleSpending('question').lines
  const lines = [{ ...line!, label: '=HYPERLINK("http://x.test")' }]
  const [, written] = await linesOfFile({ ...sampleSpending('question'), lines })
  expect(written).toMatch(/^"'=HYPERLINK\(""http:\/\/x\.test""\)",/)
})

test('behavior: days without spending are drawn as such', () => {
  const report = { ...sampleSpending('day'), from: '2026-11-01', to: '2026-11-04' }
  const rows = spendChartRows(report, words)
  const [day, spent] = rows.columns
  const drawn = Array.from({ length: rows.rowCount }, (_, place) => [
    rows.valueAt(place, day!),
    rows.valueAt(place, spent!),
  ])
  expect(drawn).toEqual([
    ['2026-11-01', 0],
    ['2026-11-02', 0.0059],
    ['2026-11-03', 1.210182],
    ['2026-11-04', 0],
  ])
})

test('behavior: of very many days those with spending are drawn', () => {
  expect(spendChartRows({ ...sampleSpending('day'), from: '1999-01-01' }, words).rowCount).toBe(5)
})

test('behavior: anything else is drawn line by line', () => {
  expect(spendChartRows(sampleSpending('user'), words).rowCount).toBe(3)
})
