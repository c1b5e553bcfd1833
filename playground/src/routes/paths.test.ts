import { expect, test } from 'vitest'
import { entityOf, listPath, readPath, recordPath, segmentOf } from './paths.ts'

test('default', () => {
  expect(listPath('account')).toBe('/accounts')
  expect(recordPath('account', '10023')).toBe('/accounts/10023')
  expect(readPath('/accounts/10023')).toEqual({ kind: 'record', entity: 'account', id: '10023' })
  expect(readPath('/opportunities')).toEqual({ kind: 'list', entity: 'opportunity' })
  expect(readPath('/')).toEqual({ kind: 'home' })
  expect(readPath('/approvals')).toEqual({ kind: 'approvals' })
  expect(readPath('/spending')).toEqual({ kind: 'spending' })
  expect(readPath('/audit')).toEqual({ kind: 'audit' })
})

test.each(['account', 'opportunity', 'case', 'customer', 'contact', 'territory'])(
  'behavior: %s comes back',
  (entity) => {
    expect(entityOf(segmentOf(entity))).toBe(entity)
  },
)

test.each(['A/B 7', 'Zoë', '100%', '?q=1#x'])('behavior: the key %s comes back', (id) => {
  expect(readPath(recordPath('account', id))).toEqual({ kind: 'record', entity: 'account', id })
})

test.each(['/accounts/1/2', '/accounts/%E0%A4%A'])('behavior: %s is unknown', (path) => {
  expect(readPath(path)).toEqual({ kind: 'unknown' })
})
