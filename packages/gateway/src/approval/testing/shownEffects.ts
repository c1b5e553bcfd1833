import type { ShownEffect } from '@lakefront/contract'

/** What a request for a plain change of one field shows. */
export const stageChange: ShownEffect = {
  tool: 'update_record',
  title: 'Change the stage of “Pumps” to Won',
  effectClass: 'write',
  source: 'crm',
  sourceTitle: 'CRM',
  record: { entity: 'opportunity', id: '7', label: 'Pumps' },
  changes: [{ column: 'stage', title: 'Stage', before: 'Proposal', after: 'Won' }],
  estimate: null,
  rows: 1,
  people: 0,
  piiClasses: [],
  channels: [],
}

/** What a request for a read that costs a quarter shows. */
export const costlyRead: ShownEffect = {
  tool: 'ask',
  title: 'Read orders',
  effectClass: 'costly-read',
  source: 'lakehouse',
  sourceTitle: 'Lakehouse',
  changes: [],
  estimate: exactEstimate(0.25),
  rows: 3,
  people: 0,
  piiClasses: [],
  channels: [],
}

/** An estimate that leaves no doubt; what it costs may be unknown. */
export function exactEstimate(costUsd: number | null): ShownEffect['estimate'] {
  const bound = { bytesScanned: 1, costUsd }
  return { low: bound, expected: bound, high: bound, confidence: 'exact', basis: 'a test' }
}
