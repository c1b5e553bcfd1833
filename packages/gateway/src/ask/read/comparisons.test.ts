import { describe, expect, test } from 'vitest'
import { hundredth, readComparison, readTop } from './comparisons.ts'
import { tokenise } from './tokens.ts'

describe('comparisons', () => {
  test.each([
    ['over $10k', { operator: '>', value: '10000' }],
    ['at least 5', { operator: '>=', value: '5' }],
    ['at most 1,250.50', { operator: '<=', value: '1250.5' }],
    ['between 1m and 2.5m', { operator: 'between', value: '1000000', upTo: '2500000' }],
    ['below zero', { operator: '<', value: '0' }],
    ['negative', { operator: '<', value: '0' }],
    ['more than 30 %', { operator: '>', value: '0.3' }],
    ['under -5', { operator: '<', value: '-5' }],
    ['10k or more', { operator: '>=', value: '10000' }],
    ['exactly 0.1k', { operator: '=', value: '100' }],
    ['fewer than three', { operator: '<', value: '3' }],
  ])('%s', (text, comparison) => {
    expect(readComparison(tokenise(text), 0)?.comparison).toEqual(comparison)
  })

  test.each(['since 2020', 'over time', 'between 2020 and 2022', 'more accounts'])('%s is none', (text) => {
    expect(readComparison(tokenise(text), 0)).toBeUndefined()
  })

  test.each([
    ['30', '0.3'],
    ['5', '0.05'],
    ['12.5', '0.125'],
    ['100', '1'],
    ['-3', '-0.03'],
  ])('%s percent', (value, fraction) => expect(hundredth(value)).toBe(fraction))
})

describe('superlatives', () => {
  test.each([
    ['top 10', { limit: 10, descending: true }],
    ['worst five', { limit: 5, descending: false }],
    ['largest', { limit: undefined, descending: true }],
    ['3 best', { limit: 3, descending: true }],
    ['bottom 2', { limit: 2, descending: false }],
  ])('%s', (text, expected) => expect(readTop(tokenise(text), 0)).toMatchObject(expected))

  test.each(['first order', 'revenue', '2025 best'])('%s is none', (text) => {
    expect(readTop(tokenise(text), 0)).toBeUndefined()
  })
})
