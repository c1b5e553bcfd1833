import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

type Value = { stringValue?: string; intValue?: number | string; doubleValue?: number }
type KeyValue = { key: string; value: Value }

/** A span as OTLP has it, its attributes as a plain object. */
export type CollectedSpan = {
  traceId: string
  spanId: string
  parentSpanId: string | undefined
  name: string
  kind: number
  status: number | undefined
  links: readonly { traceId: string; spanId: string }[]
  attributes: Readonly<Record<string, unknown>>
}

/** A point of a metric: what it adds up to, and of how many. */
export type CollectedPoint = {
  name: string
  unit: string
  sum: number
  count: number
  attributes: Readonly<Record<string, unknown>>
}

type Span = Omit<CollectedSpan, 'attributes' | 'status'> & { attributes: KeyValue[]; status?: { code?: number } }
type Point = { attributes: KeyValue[]; sum?: number; count?: number; asDouble?: number; asInt?: number | string }
type Metric = { name: string; unit: string; histogram?: { dataPoints: Point[] }; sum?: { dataPoints: Point[] } }
type Body = {
  resourceSpans?: { resource: { attributes: KeyValue[] }; scopeSpans: { spans: Span[] }[] }[]
  resourceMetrics?: { resource: { attributes: KeyValue[] }; scopeMetrics: { metrics: Metric[] }[] }[]
}

/** An OpenTelemetry collector, as far as it takes what the gateway sends. */
export async function startCollector({ status = 200 }: { status?: number } = {}) {
  const bodies: Body[] = []
  const requests: { path: string; authorization: string | undefined }[] = []
  const server = createServer(async (request, response) => {
    requests.push({ path: request.url ?? '', authorization: request.headers.authorization })
    bodies.push((await json(request)) as Body)
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
  }).listen(0)
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    requests,
    /** Everything that came in, as text. */
    text: () => JSON.stringify(bodies),
    services: () => bodies.flatMap(resourcesOf).map(({ attributes }) => toObject(attributes)['service.name']),
    spans: () =>
      bodies
        .flatMap(({ resourceSpans = [] }) => resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans)
        .map(toSpan),
    points: () =>
      bodies
        .flatMap(({ resourceMetrics = [] }) => resourceMetrics)
        .flatMap(({ scopeMetrics }) => scopeMetrics)
        .flatMap(({ metrics }) => metrics)
        .flatMap(toPoints),
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function resourcesOf({ resourceSpans = [], resourceMetrics = [] }: Body) {
  return [...resourceSpans, ...resourceMetrics].map(({ resource }) => resource)
}

function toSpan({ attributes, status, ...span }: Span): CollectedSpan {
  return {
    ...span,
    parentSpanId: span.parentSpanId,
    links: span.links ?? [],
    status: status?.code,
    attributes: toObject(attributes),
  }
}

function toPoints({ name, unit, histogram, sum }: Metric): CollectedPoint[] {
  return (histogram ?? sum)!.dataPoints.map((point) => ({
    name,
    unit,
    sum: Number(point.sum ?? point.asDouble ?? point.asInt),
    count: Number(point.count ?? 1),
    attributes: toObject(point.attributes),
  }))
}

function toObject(attributes: readonly KeyValue[]) {
  return Object.fromEntries(
    attributes.map(({ key, value: { stringValue, intValue, doubleValue } }) => [
      key,
      stringValue ?? doubleValue ?? Number(intValue),
    ]),
  )
}
