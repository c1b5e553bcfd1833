import { expect, test } from 'vitest'
import { exactText, scaledInteger } from './exactText.ts'

test.each([
  ['12.5', 2, 1_250n, 1_250n],
  ['-12.5', 2, -1_250n, -1_250n],
  ['0.001', 2, 0n, 1n],
  ['-0.001', 2, -1n, 0n],
  ['1.999', 0, 1n, 2n],
  ['-1.999', 0, -2n, -1n],
  ['1.500', 1, 15n, 15n],
])('behavior: %s at scale %s is %s or %s, as it is rounded', (text, scale, down, up) => {
  expect(scaledInteger(text, scale, 'down')).toBe(down)
  expect(scaledInteger(text, scale, 'up')).toBe(up)
})

test.each([
  [5n, 2, '0.05'],
  [-5, 2, '-0.05'],
  [123_456n, 2, '1234.56'],
  [0, 2, '0.00'],
  [5, 0, '5'],
  [5n, -2, '500'],
  [0, -2, '0'],
])('behavior: %s at scale %s reads %s', (scaled, scale, text) => {
  expect(exactText(scaled, scale)).toBe(text)
})
