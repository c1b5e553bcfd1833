import { sampleApproval } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { keepItems, replaceItem } from './items.ts'

const requestOf = (requestId: string, createdAt = '2026-11-20T10:00:00.000Z') =>
  sampleApproval({ requestId, createdAt })
const [first, second, third] = [requestOf('1'), requestOf('2'), requestOf('3')]
const placesOf = (items: ReturnType<typeof keepItems>) =>
  items.map(({ request, hasLeft }) => `${request.requestId}${hasLeft ? ' left' : ''}`)

test('default: what was decided stays in its place, what is new comes on top', () => {
  const before = keepItems([], [first, second])
  expect(placesOf(keepItems(before, [third, second]))).toEqual(['3', '1 left', '2'])
})

test('behavior: a further page follows at the end', () => {
  const older = requestOf('0', '2026-11-19T10:00:00.000Z')
  expect(placesOf(keepItems(keepItems([], [first]), [first, older]))).toEqual(['1', '0'])
})

test('behavior: reading the same list again changes nothing', () => {
  const once = keepItems([], [first, second])
  expect(keepItems(once, [first, second])).toEqual(once)
})

test('behavior: an edited request takes the place of the one before, once', () => {
  const edited = requestOf('1b')
  const before = keepItems(keepItems([], [first, second]), [edited, second])
  const [item, ...others] = replaceItem(before, first, edited)
  expect(item).toMatchObject({ key: '1', request: edited, previous: first, hasLeft: false })
  expect(placesOf(others)).toEqual(['2'])
})
