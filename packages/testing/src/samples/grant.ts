import type { Grant } from '@lakefront/contract'

/** What was always allowed to a rep: to move deals of hers on. */
export function sampleGrant(overrides: Partial<Grant> = {}): Grant {
  return {
    grantId: '2c1f0b7e-3d54-4f68-9a70-81b2c3d4e5f6',
    terms: {
      userId: 'dana.kowalski',
      agentId: null,
      tool: 'update_record',
      source: 'crm',
      effectClass: 'write',
      entity: 'opportunity',
      columns: ['stage', 'amount'],
      shape: null,
      maxCostUsd: null,
      maxRows: 1,
      maxPeople: 0,
      piiClasses: [],
      channels: [],
    },
    covers: [
      'Dana Kowalski may change stage and amount of opportunities without asking.',
      'One record at a time, no personal data, and it is on the record each time.',
    ],
    grantedBy: 'mona.reyes',
    requestId: '7d3f0a52-6c1e-4b0e-9d57-2f6f0d4b8a11',
    createdAt: '2026-11-20T10:44:31.000Z',
    revokedAt: null,
    revokedBy: null,
    uses: 3,
    lastUsedAt: '2026-11-22T08:12:05.000Z',
    ...overrides,
  }
}
