import type { ProvenanceMessages } from './types.ts'

export const provenance: ProvenanceMessages = {
  loading: 'Reading where this comes from',
  columns: 'What each column is',
  defined: 'Defined as',
  expression: 'Computed as',
  from: 'Read from',
  computedHere: 'Computed from the other columns.',
  steps: 'What was read',
  readFrom: 'Tables',
  remarks: 'What to know of it',
  cost: 'What it cost',
  record: 'On the record',
  readingRecord: 'Reading the record…',
  notOnRecord: 'The audit trail has no entry of this answer.',
  noRecord: 'The gateway keeps no audit trail, so this answer is on no record.',
  recordFailed: 'The audit trail could not be read.',
}
