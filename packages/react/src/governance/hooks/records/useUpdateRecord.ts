'use client'
import type { Client } from '@lakefront/client'
import { updateRecord } from '../../actions/updateRecord.ts'
import { recordNames, useEffectMutation } from '../useEffectMutation.ts'

/** Asks for a change of a record; see {@link updateRecord}. */
export function useUpdateRecord({ client }: { client?: Client | undefined } = {}) {
  return useEffectMutation(updateRecord, recordNames, client)
}
