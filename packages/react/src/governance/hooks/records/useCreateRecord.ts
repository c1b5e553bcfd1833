'use client'
import type { Client } from '@lakefront/client'
import { createRecord } from '../../actions/createRecord.ts'
import { recordNames, useEffectMutation } from '../useEffectMutation.ts'

/** Asks for a new record; see {@link createRecord}. */
export function useCreateRecord({ client }: { client?: Client | undefined } = {}) {
  return useEffectMutation(createRecord, recordNames, client)
}
