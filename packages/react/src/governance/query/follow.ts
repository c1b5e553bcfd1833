import type { AnyLakefrontError } from '@lakefront/client'

/** So that what somebody else does is seen within a second. Only while the page is in sight. */
export const followEveryMs = 1_000

/** Settings change now and then. */
export const followSettingsEveryMs = 5_000

/** How long to wait for the next look. A gateway that refuses would refuse each second again. */
export function followEvery(everyMs: number, error: AnyLakefrontError | null): number | false {
  return error && !error.retryable ? false : everyMs
}
