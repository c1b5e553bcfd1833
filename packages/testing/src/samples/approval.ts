import type { ApprovalRequest } from '@lakefront/contract'

/** A deal that an assistant wants to be won, waiting for a manager. */
export function sampleApproval(overrides: Partial<ApprovalRequest> = {}): ApprovalRequest {
  return {
    requestId: '7d3f0a52-6c1e-4b0e-9d57-2f6f0d4b8a11',
    state: 'pending',
    shown: {
      tool: 'update_record',
      title: 'Change stage, amount of the opportunity “Line rebuild”',
      effectClass: 'write',
      source: 'crm',
      sourceTitle: 'CRM',
      record: { entity: 'opportunity', id: '16017', label: 'Line rebuild' },
      changes: [
        { column: 'stage', title: 'Stage', before: 'Negotiation', after: 'Won' },
        { column: 'amount', title: 'Amount', before: '48200.00', after: '51750.00' },
      ],
      estimate: null,
      rows: 1,
      people: 0,
      piiClasses: [],
      channels: [],
    },
    shownHash: '3f5a8c0b4b7d6f1e2a9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a',
    because: ['At the level “propose” every effect is asked for.'],
    requestedBy: { userId: 'dana.kowalski', agentId: null },
    approvers: { roles: ['manager'], quorum: 1, fourEyes: true },
    decisions: [],
    createdAt: '2026-11-20T10:41:07.000Z',
    expiresAt: '2999-11-21T10:41:07.000Z',
    replacedBy: null,
    outcome: null,
    mayDo: ['approve', 'reject', 'ask', 'edit', 'grant'],
    grantCovers: [
      'Dana Kowalski may change stage and amount of opportunities without asking.',
      'One record at a time, no personal data, and it is on the record each time.',
    ],
    ...overrides,
  }
}
