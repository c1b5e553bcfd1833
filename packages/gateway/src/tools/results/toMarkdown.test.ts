import type { ResultPage } from '@lakefront/contract'
import { expect, test } from 'vitest'
import { resultToMarkdown } from './toMarkdown.ts'

const page: ResultPage = {
  handle: 'h1',
  columns: [
    { name: 'account_id', type: 'integer', role: 'key' },
    { name: 'account_name', title: 'Account', type: 'text' },
    { name: 'margin', title: 'Gross margin', type: 'decimal' },
  ],
  rows: [[1, 'Erie Bolt | Nut', '10.50']],
  offset: 0,
  rowCount: 1,
  truncated: false,
  complete: true,
  url: '/results/h1',
  expiresAt: '2026-11-20T09:00:00Z',
}

test('default', () => {
  expect(resultToMarkdown(page)).toBe(`| Account | Gross margin |
| --- | ---: |
| Erie Bolt \\| Nut | 10.50 |

1 row.`)
})

test('behavior: ten rows at most, and how to get the rest', () => {
  const rows = Array.from({ length: 40 }, (_, index) => [index, `Account ${index}`, '1'])
  const text = resultToMarkdown({ ...page, rows, rowCount: 4_000, truncated: true })
  expect(text.split('\n').filter((line) => line.startsWith('| Account '))).toHaveLength(11)
  expect(text).toContain('4000 rows, cut off by a limit. More with fetch_rows, handle `h1`.')
})

test('behavior: values stay values', () => {
  const text = resultToMarkdown({ ...page, rows: [[1, '<script>alert(1)</script>\n# [x](javascript:1)', null]] })
  expect(text).toContain('\\<script\\>alert(1)\\</script\\> # \\[x\\](javascript:1)')
})

test('behavior: no rows', () => {
  expect(resultToMarkdown({ ...page, rows: [], rowCount: 0 })).toBe('No rows.')
})

test('behavior: where only the columns are known, nobody is told that there are no rows', () => {
  expect(resultToMarkdown({ ...page, rows: [], rowCount: null, complete: false })).toBe(
    'The rows are arriving. Read them with fetch_rows, handle `h1`.',
  )
})
