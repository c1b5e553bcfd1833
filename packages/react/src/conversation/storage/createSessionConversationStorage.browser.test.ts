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

test('behavior: where there is no room for all turns the newest are kept', () => {
  const turn = (id: string) => ({ id, question: 'x'.repeat(400_000) }) as never
  storage.save(dana, { version: 1, turns: Array.from({ length: 40 }, (_, index) => turn(`turn-${index}`)) })
  const { turns } = storage.load(dana) as { turns: { id: string }[] }
  expect(turns.length).toBeGreaterThan(4)
  expect(turns.length).toBeLessThan(40)
  expect(turns.at(-1)?.id).toBe('turn-39')
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
