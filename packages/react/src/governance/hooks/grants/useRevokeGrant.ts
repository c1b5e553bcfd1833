'use client'
import type { Client } from '@lakefront/client'
import { revokeGrant } from '../../actions/revokeGrant.ts'
import { useEffectMutation } from '../useEffectMutation.ts'

/** Takes back what was always allowed; see {@link revokeGrant}. */
export function useRevokeGrant({ client }: { client?: Client | undefined } = {}) {
  return useEffectMutation(revokeGrant, ['grants'], client)
}
