import type { Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { visibleColumns } from './visibleColumns.ts'

const key: Column = { name: 'account_id', type: 'integer', role: 'key' }
const name: Column = { name: 'account_name', type: 'text', opens: { entity: 'account', keyColumn: 'account_id' } }

test('default', () => {
  expect(visibleColumns([key, name])).toEqual([{ ...name, columnIndex: 1, keyIndex: 0 }])
})

test('behavior: a link whose key is not in the rows leads nowhere', () => {
  expect(visibleColumns([name])[0]?.keyIndex).toBeUndefined()
})

test('behavior: keys are shown when there is nothing else', () => {
  expect(visibleColumns([key])).toHaveLength(1)
})
