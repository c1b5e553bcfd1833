import type { Answer, Cost } from '@lakefront/contract'

const unknown = { bytesScanned: null, costUsd: null }

/** An answer that knows only its question; filled in as the work goes on. */
export function blankAnswer(known: {
  answerId: string
  conversationId: string
  question: string
  pricesAsOf: string | null
}): Answer {
  const { pricesAsOf, ...ids } = known
  const askedAt = new Date().toISOString()
  return {
    ...ids,
    status: 'failed',
    text: '',
    explanation: '',
    title: '',
    steps: [],
    lineage: { sources: [], columns: [] },
    cost: nothingRun(pricesAsOf),
    warnings: [],
    suggestions: [],
    askedAt,
    answeredAt: askedAt,
    durationMs: 0,
  }
}

function nothingRun(pricesAsOf: string | null): Cost {
  return {
    estimate: { low: unknown, expected: unknown, high: unknown, confidence: 'none', basis: 'nothing was run' },
    actual: null,
    pricesAsOf,
  }
}
