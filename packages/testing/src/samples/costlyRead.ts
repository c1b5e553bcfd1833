import type { ApprovalRequest } from '@lakefront/contract'
import { sampleQuestion, sampleSteps } from './answer.ts'
import { sampleApproval } from './approval.ts'

/** A question that costs more than runs by itself, as whoever asked it sees it while a manager has to agree. */
export function sampleCostlyRead(overrides: Partial<ApprovalRequest> = {}): ApprovalRequest {
  const statements = sampleSteps.filter(({ source }) => source !== 'gateway')
  return sampleApproval({
    requestId: '5b1f0c3e-9f0a-4c6e-8a65-0f4c1c7d2e90',
    shown: {
      tool: 'ask',
      title: 'Read about 1.2 TB at the Lakehouse for up to $7.40',
      effectClass: 'costly-read',
      source: 'lakehouse',
      sourceTitle: 'Lakehouse',
      changes: [],
      question: sampleQuestion,
      statements: statements.map(({ source, sourceTitle, dialect, sql }) => ({ source, sourceTitle, dialect, sql })),
      tables: ['crm.accounts', 'crm.territories', 'lakehouse.order_lines'],
      estimate: {
        low: { bytesScanned: 1_100_000_000_000, costUsd: 6.25 },
        expected: { bytesScanned: 1_200_000_000_000, costUsd: 6.82 },
        high: { bytesScanned: 1_300_000_000_000, costUsd: 7.4 },
        confidence: 'heuristic',
        basis: 'Size of the columns read.',
      },
      pricesAsOf: '2026-11-01',
      rows: null,
      people: 0,
      piiClasses: [],
      channels: [],
    },
    shownHash: 'a41d7c0b4b7d6f1e2a9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a',
    because: ['It would go over what may be spent for one query without asking.'],
    mayDo: ['withdraw'],
    grantCovers: null,
    ...overrides,
  })
}
