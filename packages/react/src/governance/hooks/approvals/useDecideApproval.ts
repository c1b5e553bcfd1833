'use client'
import type { Client } from '@lakefront/client'
import { decideApproval } from '../../actions/decideApproval.ts'
import { recordNames, useEffectMutation } from '../useEffectMutation.ts'

/** Approves, rejects, edits, asks about, answers or withdraws a request; see {@link decideApproval}. */
export function useDecideApproval({ client }: { client?: Client | undefined } = {}) {
  return useEffectMutation(decideApproval, [...recordNames, 'grants'], client)
}
