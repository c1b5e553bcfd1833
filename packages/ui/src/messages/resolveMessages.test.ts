import { expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'
import { resolveMessages } from './resolveMessages.ts'

test('default', () => {
  expect(resolveMessages('de-AT').ask).toBe('Fragen')
})

test('behavior: a language that we do not ship reads English', () => {
  expect(resolveMessages('fr-FR')).toBe(en)
})

test('parameters: overrides', () => {
  const messages = resolveMessages('en-US', { assistant: 'Ask Erie' })
  expect(messages.assistant).toBe('Ask Erie')
  expect(messages.ask).toBe(en.ask)
})

test('behavior: every language translates every error that another translates', () => {
  expect(Object.keys(de.errors).sort()).toEqual(Object.keys(en.errors).sort())
})
