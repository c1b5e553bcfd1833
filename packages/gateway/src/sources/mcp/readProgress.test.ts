import { expect, test } from 'vitest'
import { readProgress } from './readProgress.ts'

test.each([
  ['a share', { progress: 25, total: 100 }, { state: 'running', fraction: 0.25 }],
  ['a count without an end', { progress: 1_200, message: '1,200 rows' }, { state: 'running', message: '1,200 rows' }],
  ['more than all of it', { progress: 120, total: 100 }, { state: 'running' }],
  ['a warehouse that starts', { progress: 1, message: 'Warehouse is starting' }, { state: 'waking' }],
  ['the same in other words', { progress: 1, message: 'Resuming compute …' }, { state: 'waking' }],
  ['a queue', { progress: 1, message: 'Queued behind 3 statements' }, { state: 'queued' }],
  ['a statement that starts', { progress: 1, message: 'Starting' }, { state: 'running' }],
])('default: %s', (_case, progress, expected) => {
  expect(readProgress(progress)).toMatchObject(expected)
})

test('behavior: an endless message is cut', () => {
  expect(readProgress({ progress: 1, message: 'a'.repeat(5_000) }).message).toHaveLength(200)
})

test('behavior: what is not known is left out', () => {
  expect(readProgress({ progress: 3 })).toEqual({ state: 'running' })
})
