import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSessionConversationStorage } from './createSessionConversationStorage.ts'

const storage = createSessionConversationStorage()
const dana = { scope: 'erie/dana', conversation: 'main' }
const value = { version: 1, turns: [] } as const

const written = () => Object.values({ ...sessionStorage }).join()

afterEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
})

beforeEach(() => void storage.load(dana))

test('default', () => {
  storage.save(dana, value)
  expect(storage.load(dana)).toEqual(value)
  expect(localStorage).toHaveLength(0)
  storage.remove(dana)
  expect(storage.load(dana)).toBeUndefined()
  expect(written()).not.toContain('turns')
})

test('behavior: each conversation is kept apart', () => {
  storage.save(dana, value)
  expect(storage.load({ ...dana, conversation: 'other' })).toBeUndefined()
  expect(storage.load(dana)).toEqual(value)
})

test('behavior: whoever signs in next finds nothing, and nothing is left of the one before', () => {
  const marcus = { ...dana, scope: 'harbor/marcus' }
  storage.save(dana, value)
  expect(storage.load(marcus)).toBeUndefined()
  expect(written()).not.toMatch(/dana|turns/)

  // Also not of what was still running then.
  storage.save(dana, value)
  storage.remove(dana)
  expect(written()).not.toMatch(/dana|turns/)
  storage.save(marcus, value)
  expect(storage.load(marcus)).toEqual(value)
})

test.each(['{', 'null', '3', '"text"', '[]'])('behavior: what cannot be read is dropped: %s', (text) => {
  storage.save(dana, value)
  sessionStorage.setItem(sessionStorage.key(0)!, text)
  expect(storage.load(dana)).toBeUndefined()
  expect(written()).not.toContain('turns')
})

test('behavior: a full or forbidden storage is passed over', () => {
  const refuse = () => {
    throw new DOMException('no', 'QuotaExceededError')
  }
  for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
    vi.spyOn(Storage.prototype, method).mockImplementation(refuse)
  }
  storage.save(dana, value)
  expect(storage.load(dana)).toBeUndefined()
  storage.remove(dana)
})
