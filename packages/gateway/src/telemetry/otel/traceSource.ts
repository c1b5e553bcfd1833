import type { Attributes, Tracer } from '@opentelemetry/api'
import { readsOf } from '../../audit/redact/readsOf.ts'
import { redactSql } from '../../audit/redact/redactSql.ts'
import type { PriceConfig } from '../../config/types.ts'
import { priceUse } from '../../cost/prices.ts'
import { toGatewayError } from '../../errors.ts'
import { watchStream } from '../../results/watchStream.ts'
import type { Source, SourceStats } from '../../sources/port.ts'
import type { Instruments } from './instruments.ts'
import { endSpan, SpanKind, startSpan, withSpan } from './traces.ts'

export type TraceSourceOptions = {
  tracer: Tracer
  instruments: Instruments
  prices: PriceConfig | undefined
  /** Stands for a value wherever a statement has one. */
  hashValue(value: string): string
}

/** The same source, with a span for each statement from when it is sent until its last row. */
export function traceSource(source: Source, { tracer, instruments, prices, hashValue }: TraceSourceOptions): Source {
  const measured = { 'db.system.name': source.dialect, 'db.operation.name': 'SELECT', 'lakefront.source': source.id }

  function start(sql: string) {
    const { tables } = readsOf(sql, source.dialect)
    const summary = ['SELECT', ...tables].join(' ').slice(0, 255)
    const attributes = { ...measured, 'db.query.summary': summary }
    const span = startSpan(tracer, { name: summary, kind: SpanKind.CLIENT, attributes })
    if (span.isRecording()) span.setAttribute('db.query.text', redactSql(sql, source.dialect, hashValue))
    return span
  }

  /** Counts what is known; unknown is not zero. */
  function count({ bytesScanned, durationMs }: SourceStats): Attributes {
    const { costUsd } = priceUse({ source: source.id, bytesScanned, durationMs }, prices)
    if (bytesScanned !== null) instruments.bytesScanned.add(bytesScanned, measured)
    if (costUsd !== null) instruments.costUsd.add(costUsd, measured)
    return {
      ...(bytesScanned !== null && { 'lakefront.statement.bytes_scanned': bytesScanned }),
      ...(costUsd !== null && { 'lakefront.statement.cost_usd': costUsd }),
    }
  }

  return {
    ...source,
    async query(sql, options) {
      const span = start(sql)
      const startedAt = performance.now()
      const end = (attributes: Attributes, errorType?: string) => {
        const told = errorType === undefined ? measured : { ...measured, 'error.type': errorType }
        instruments.statementDuration.record((performance.now() - startedAt) / 1_000, told)
        endSpan(span, attributes, errorType)
      }
      try {
        const result = await withSpan(span, () => source.query(sql, options))
        let rows = 0
        return watchStream(result, {
          onBatch: ({ rowCount }) => {
            rows += rowCount
          },
          onEnd: (outcome) => {
            const used = count(result.stats())
            const told = { ...used, 'db.response.returned_rows': rows, 'lakefront.statement.outcome': outcome }
            end(told, outcome === 'failed' ? '_OTHER' : undefined)
          },
        })
      } catch (error) {
        end({}, toGatewayError(error).code)
        throw error
      }
    },
  }
}
