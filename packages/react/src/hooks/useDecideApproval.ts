'use client'
import type { Client } from '@lakefront/client'
import { decideApproval } from '../actions/decideApproval.ts'
import { useEffectMutation } from './useEffectMutation.ts'

/** Approves, rejects, edits or asks about a request; see {@link decideApproval}. */
export function useDecideApproval({ client }: { client?: Client | undefined } = {}) {
  return useEffectMutation(decideApproval, client)
}
