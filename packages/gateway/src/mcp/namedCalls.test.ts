import { expect, test } from 'vitest'
import { createNamedCalls } from './namedCalls.ts'

const anna = { tenantId: 'erie', userId: 'anna', roles: [] }
const boris = { ...anna, userId: 'boris' }

test('default: stops a call by its name, whenever it comes', () => {
  const calls = createNamedCalls()
  const signal = calls.signalOf('early', anna)
  expect(signal.aborted).toBe(false)
  calls.stop('early', anna)
  expect(signal.aborted).toBe(true)
  calls.stop('late', anna)
  expect(calls.signalOf('late', anna).aborted).toBe(true)
})

test("behavior: nobody stops another's call", () => {
  const calls = createNamedCalls()
  calls.stop('same', boris)
  expect(calls.signalOf('same', anna).aborted).toBe(false)
})
