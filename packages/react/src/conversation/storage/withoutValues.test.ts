import { expect, test } from 'vitest'
import { wordsOf } from './knownWords.ts'
import { withoutValues } from './withoutValues.ts'

const said = wordsOf('margin of the Cleveland territory in 2025?')

test.each([
  ["where t.name = 'Cleveland' and year = 2025", "where t.name = 'Cleveland' and year = 2025"],
  ["where t.name = 'Cleveland Heights'", 'where t.name = …'],
  ['where id in (1001, 1002, -3.5e7 /* and 37 more */)', 'where id in (…, -… )'],
  ["where name in ('O''Hara', 'Łódź')", 'where name in (…)'],
  ['where (a, b) in ((1, 2), (3, 4))', 'where (a, b) in ((…))'],
  ["select 'it''s -- no comment' as x -- it's one\nfrom t1", 'select … as x \nfrom t1'],
  ["select 'never ended", 'select …'],
  ['select "order 17", `line 17` from t', 'select "order 17", `line 17` from t'],
  ['select decimal(14,2), x1_2 from t limit .5', 'select decimal(…), x1_2 from t limit …'],
])('default: %s', (sql, expected) => {
  expect(withoutValues(sql, 'duckdb', said)).toBe(expected)
})

test('parameters: dialect, where double quotes stand around texts', () => {
  const sql = 'select "name" from t where name = "Acme"'
  expect(withoutValues(sql, 'databricks', said)).toBe('select … from t where name = …')
  expect(withoutValues(sql, 'postgresql', said)).toBe(sql)
})

test.each(["name = 'O\\'Hara' or x = 'y'", "x = $$it's$$", "x = $tag$it's$tag$", "select 1 # it's"])(
  'behavior: a statement that reads differently by dialect is left out: %s',
  (sql) => {
    expect(withoutValues(sql, 'duckdb', said)).toBe('')
  },
)
