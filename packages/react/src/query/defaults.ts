import { LakefrontError } from '@lakefront/client'

const maxRetries = 2

/** Asks again only what could succeed by itself: not what was stopped, nor a source whose next try the gateway has set. */
export function shouldRetry(failureCount: number, error: Error): boolean {
  if (failureCount >= maxRetries || !LakefrontError.isInstance(error) || error.code === 'cancelled') return false
  return error.retryable && !('retryAt' in error && error.retryAt)
}

/** A scan costs money, so it runs again only when somebody asks for it to. */
export const paidQueryDefaults = {
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnMount: false,
  refetchOnReconnect: false,
  refetchOnWindowFocus: false,
  retry: shouldRetry,
} as const

/**
 * Records are read live and cost nothing to speak of: each visit reads them again. They are kept for a minute only, so
 * that going back shows what was there while the new reading runs.
 */
export const liveReadDefaults = {
  staleTime: 0,
  gcTime: 60_000,
  refetchOnReconnect: true,
  refetchOnWindowFocus: false,
  retry: shouldRetry,
} as const

/** The catalog changes when somebody changes the configuration or a source's tables: now and then. */
export const catalogDefaults = {
  staleTime: 5 * 60_000,
  refetchOnWindowFocus: false,
  retry: shouldRetry,
} as const
