import type { Counter, Histogram, Meter } from '@opentelemetry/api'

/** What is counted and measured. */
export type Instruments = {
  callDuration: Histogram
  statementDuration: Histogram
  bytesScanned: Counter
  tokens: Histogram
  costUsd: Counter
}

/** As the conventions recommend; durations in seconds. */
const callBounds = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300]
const statementBounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]
const tokenBounds = Array.from({ length: 14 }, (_, power) => 4 ** power)

export function createInstruments(meter: Meter): Instruments {
  return {
    callDuration: meter.createHistogram('mcp.server.operation.duration', {
      unit: 's',
      description: 'How long calls of tools took.',
      advice: { explicitBucketBoundaries: callBounds },
    }),
    statementDuration: meter.createHistogram('db.client.operation.duration', {
      unit: 's',
      description: 'How long statements at sources took, to their last row.',
      advice: { explicitBucketBoundaries: statementBounds },
    }),
    bytesScanned: meter.createCounter('lakefront.statement.bytes_scanned', {
      unit: 'By',
      description: 'What sources say that statements read.',
    }),
    tokens: meter.createHistogram('gen_ai.client.token.usage', {
      unit: '{token}',
      description: 'Tokens that models took for planning.',
      advice: { explicitBucketBoundaries: tokenBounds },
    }),
    costUsd: meter.createCounter('lakefront.cost', {
      unit: '{USD}',
      description: 'What statements and models cost by the configured prices, as far as it is known.',
    }),
  }
}
