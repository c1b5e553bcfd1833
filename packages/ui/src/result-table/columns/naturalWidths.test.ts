import type { Column } from '@lakefront/react'
import { expect, test } from 'vitest'
import { naturalWidths, textMeasure } from './naturalWidths.ts'

const perCharacter = 10
const padding = 24

function widthOf(column: Column, texts: readonly string[], heading = 'H'): number {
  const visible = { ...column, columnIndex: 0, keyIndex: undefined }
  const widths = naturalWidths({
    columns: [visible],
    headingOf: () => heading,
    textsOf: () => texts,
    measure: (text) => text.length * perCharacter,
    padding,
  })
  return widths.get(column.name)!
}

test('default: as wide as the widest value', () => {
  expect(widthOf({ name: 'x', type: 'decimal' }, ['1', '1234567', '12'])).toBe(70 + padding)
})

test('behavior: a heading is read in full, with room for its arrow', () => {
  expect(widthOf({ name: 'x', type: 'decimal' }, ['1'], 'Gross margin')).toBeGreaterThan(120 + padding)
})

test('behavior: long text ends in an ellipsis, a long number does not', () => {
  const long = '9'.repeat(60)
  expect(widthOf({ name: 'x', type: 'text' }, [long])).toBeLessThan(400)
  expect(widthOf({ name: 'x', type: 'decimal' }, [long])).toBe(600 + padding)
})

test('behavior: a share has room for its bar', () => {
  expect(widthOf({ name: 'x', type: 'float', role: 'share' }, ['1 %'])).toBe(92)
})

test('behavior: where nothing can be measured, letters are counted', () => {
  expect(textMeasure('13px Inter')('twelve chars')).toBeCloseTo(12 * 13 * 0.56)
})
