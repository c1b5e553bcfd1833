'use client'
import type { Client } from '@lakefront/client'
import { setAutonomy } from '../../actions/setAutonomy.ts'
import { useEffectMutation } from '../useEffectMutation.ts'

/** Sets how much happens by itself; see {@link setAutonomy}. */
export function useSetAutonomy({ client }: { client?: Client | undefined } = {}) {
  return useEffectMutation(setAutonomy, ['autonomy'], client)
}
