import type { ErrorCode } from '@lakefront/contract'
import { expectTypeOf, test } from 'vitest'
import { type AnyLakefrontError, LakefrontError } from './errors.ts'

test('the code narrows the error', () => {
  const error: unknown = undefined
  if (!LakefrontError.isInstance(error)) return
  if (error.code === 'source-unavailable') expectTypeOf(error.retryAt).toEqualTypeOf<Date | undefined>()
})

test('every code of the contract has its error', () => {
  expectTypeOf<AnyLakefrontError['code']>().toEqualTypeOf<ErrorCode>()
})
