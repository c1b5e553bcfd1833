/** What the view of where an answer comes from says. */
export type ProvenanceMessages = {
  loading: string
  columns: string
  defined: string
  expression: string
  from: string
  computedHere: string
  steps: string
  readFrom: string
  remarks: string
  cost: string
  record: string
  readingRecord: string
  notOnRecord: string
  noRecord: string
  recordFailed: string
}
