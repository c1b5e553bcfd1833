import { type ErrorCode, errorCodes } from '@lakefront/contract'
import { expect, test } from 'vitest'
import { LakefrontError } from './errors.ts'
import { errorFromHttp, errorFromThrown, errorFromWire, readErrorBody, resultCodes } from './wireErrors.ts'

const url = 'http://gateway.test/mcp'
const quiet = new AbortController().signal

test.each(Object.entries(errorCodes))('default: %s is an error of ours', (code, { retryable }) => {
  const error = errorFromWire(url, { code: code as ErrorCode, message: 'Because.', retryable })
  expect(LakefrontError.isInstance(error)).toBe(true)
  expect(error).toMatchObject({ code, retryable })
})

test('behavior: a code of a newer gateway is a fault that says what the gateway said', () => {
  const error = errorFromWire(url, { code: 'quota-exceeded' as ErrorCode, message: 'Try tomorrow.', retryable: true })
  expect(error).toMatchObject({ code: 'internal', message: 'Try tomorrow.', retryable: true })
})

test.each([
  [401, 'unauthenticated', 'unauthenticated'],
  [403, 'forbidden', 'foreign-handle'],
  [404, 'gateway-unreachable', 'unknown-handle'],
  [410, 'gateway-unreachable', 'expired-handle'],
  [502, 'gateway-unreachable', 'gateway-unreachable'],
])('behavior: status %s without a body is %s of a call, %s of a result', (status, ofCall, ofResult) => {
  expect(errorFromHttp(url, status, '<html>').code).toBe(ofCall)
  expect(errorFromHttp(url, status, '<html>', resultCodes).code).toBe(ofResult)
})

test('behavior: a body says more than a status', () => {
  const body = JSON.stringify({ error: { code: 'foreign-handle', message: 'Not yours.', retryable: false } })
  expect(errorFromHttp(url, 403, body)).toMatchObject({ code: 'foreign-handle', message: 'Not yours.' })
})

test('behavior: what has to be agreed to first comes with the error', () => {
  const approval = { requestId: 'r-1', state: 'pending' }
  const error = { code: 'approval-required', message: 'Somebody has to agree.', retryable: false, approval }
  expect(errorFromHttp(url, 403, JSON.stringify({ error }))).toMatchObject({ name: 'BudgetError', approval })
})

test.each([undefined, null, 'text', {}, { error: null }, { error: { code: 1, message: 'x' } }])(
  'behavior: %j is no error body',
  (value) => {
    expect(readErrorBody(value)).toBeUndefined()
  },
)

test.each([
  ['an error of ours', errorFromHttp(url, 410, '', resultCodes), 'expired-handle'],
  ['one that was wrapped', { cause: errorFromHttp(url, 410, '', resultCodes) }, 'expired-handle'],
  ['an HTTP error of the SDK', { data: { status: 401, text: '' } }, 'unauthenticated'],
  ['invalid parameters', { code: -32602, message: 'no' }, 'invalid-input'],
  ['another error of JSON-RPC', { code: -32603, message: 'no' }, 'internal'],
  ['a result that does not parse', { code: 'INVALID_RESULT', message: 'no' }, 'malformed-reply'],
  ['a body that does not parse', new SyntaxError('no'), 'malformed-reply'],
  ['a time-out', { code: 'REQUEST_TIMEOUT', message: 'no' }, 'gateway-unreachable'],
  ['a network that is down', new TypeError('fetch failed'), 'gateway-unreachable'],
])('behavior: %s', (_name, thrown, code) => {
  expect(errorFromThrown(url, thrown, quiet).code).toBe(code)
})

test('behavior: an abort by the caller wins over what it caused', () => {
  expect(errorFromThrown(url, new TypeError('network error'), AbortSignal.abort()).code).toBe('cancelled')
})
