import { type ExportResult, ExportResultCode } from '@opentelemetry/core'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { TelemetryConfig } from '../../config/types.ts'

/** A backend that takes longer for a batch loses it. */
const timeoutMillis = 5_000

/** Opens what batches and sends, for this gateway alone. */
export function openProviders({ otlp, serviceName }: TelemetryConfig, onFault: (error: unknown) => void) {
  const resource = defaultResource().merge(
    resourceFromAttributes({ 'service.name': serviceName ?? 'lakefront-gateway' }),
  )
  const options = (signal: string) => ({
    url: `${otlp.url.replace(/\/+$/, '')}/v1/${signal}`,
    headers: { ...otlp.headers },
    timeoutMillis,
  })
  const spans = tellFirstFailure(new OTLPTraceExporter(options('traces')), onFault)
  const metrics = tellFirstFailure(new OTLPMetricExporter(options('metrics')), onFault)
  return {
    traces: new TracerProvider({ resource, spanProcessors: [new BatchSpanProcessor({ exporter: spans })] }),
    metrics: new MeterProvider({ resource, readers: [new PeriodicExportingMetricReader({ exporter: metrics })] }),
  }
}

type Exporter<Items> = { export(items: Items, done: (result: ExportResult) => void): void }

/** Tells when sending starts to fail, once; by itself an exporter fails in silence. */
function tellFirstFailure<Items, Kind extends Exporter<Items>>(
  exporter: Kind,
  onFault: (error: unknown) => void,
): Kind {
  const send = exporter.export.bind(exporter)
  let isFailing = false
  exporter.export = (items, done) =>
    send(items, (result) => {
      const fails = result.code === ExportResultCode.FAILED
      if (fails && !isFailing) onFault(new Error('Telemetry could not be sent.', { cause: result.error }))
      isFailing = fails
      done(result)
    })
  return exporter
}
