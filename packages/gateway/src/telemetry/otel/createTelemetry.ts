import { setTimeout } from 'node:timers/promises'
import { createAuditKeys } from '../../audit/chain/auditKeys.ts'
import { redactText } from '../../audit/redact/redactText.ts'
import type { AuditConfig, PriceConfig, TelemetryConfig } from '../../config/types.ts'
import type { Telemetry } from '../port.ts'
import { countTokens } from './countTokens.ts'
import { createInstruments } from './instruments.ts'
import { openProviders } from './providers.ts'
import { traceCall } from './traceCall.ts'
import { traceSource } from './traceSource.ts'
import { traceStream } from './traceStream.ts'

export type TelemetryOptions = {
  telemetry: TelemetryConfig
  /** Values are hidden as on the record, where there is one, so that both can be matched. */
  audit?: AuditConfig | undefined
  prices?: PriceConfig | undefined
  /** Told when nothing can be sent. */
  onFault(error: unknown): void
}

/** A closing gateway waits no longer than this for a backend that does not answer. */
const patienceMs = 5_000

/** Tells an OpenTelemetry backend of calls, statements and streams. */
export function createTelemetry({ telemetry, audit, prices, onFault }: TelemetryOptions): Telemetry {
  const { traces, metrics } = openProviders(telemetry, onFault)
  const tracer = traces.getTracer('lakefront')
  const instruments = createInstruments(metrics.getMeter('lakefront'))
  const hashValue = audit ? createAuditKeys(audit.secret).hashValue : () => ''
  const redactQuestion = (question: string) => redactText(question, hashValue)
  return {
    traceCall: (call, run) => traceCall(call, run, { tracer, instruments, redactQuestion }),
    traceSource: (source) => traceSource(source, { tracer, instruments, prices, hashValue }),
    traceStream: (request, route, respond) => traceStream(request, route, respond, tracer),
    countTokens(uses) {
      for (const use of uses) countTokens(use, instruments, prices)
    },
    async close() {
      const sent = Promise.allSettled([traces.shutdown(), metrics.shutdown()])
      await Promise.race([sent, setTimeout(patienceMs, undefined, { ref: false })])
    },
  }
}
