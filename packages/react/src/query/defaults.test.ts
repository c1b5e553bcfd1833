import { CancelledError, GatewayUnreachableError, RequestError, SourceError } from '@lakefront/client'
import { expect, test } from 'vitest'
import { shouldRetry } from './defaults.ts'

const unreachable = new GatewayUnreachableError({ url: 'http://gateway.test', cause: undefined })
const retryAt = new Date('2026-11-20T10:42:00Z')

test.each([
  ['a network that was down', 0, unreachable, true],
  ['the third failure', 2, unreachable, false],
  ['a source that may come back', 0, new SourceError('source-timeout', { message: '' }), true],
  ['a source whose next try is set', 0, new SourceError('source-unavailable', { message: '', retryAt }), false],
  ['what was stopped', 0, new CancelledError(), false],
  ['what would fail again', 0, new RequestError('record-not-found', { message: '' }), false],
  ['a bug', 0, new TypeError('undefined is not a function'), false],
])('behavior: %s after %s failures', (_name, failureCount, error, expected) => {
  expect(shouldRetry(failureCount, error)).toBe(expected)
})
