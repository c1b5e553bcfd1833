import type { ChartSpec } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/client'

type Json = Record<string, unknown>

const vegaLiteMimeType = /^application\/vnd\.vegalite(\.v\d+)?\+json$/
const vegaLiteSchema = /^https:\/\/vega\.github\.io\/schema\/vega-lite\//
const deepest = 6
const mostChars = 65_536

/**
 * The chart that a tool result brings with its rows: an embedded resource of Vega-Lite's media type, or whatever names
 * Vega-Lite's schema in the structured content or in a text. It comes without its data, since the rows are ours, and not
 * at all when it is still larger than any drawing needs.
 */
export function chartOf({ structuredContent, content = [] }: CallToolResult): ChartSpec | undefined {
  const resources = content.flatMap((block) => (block.type === 'resource' ? [block.resource] : []))
  const embedded = resources.filter(({ mimeType = '' }) => vegaLiteMimeType.test(mimeType))
  const told = embedded.map((resource) => parsed('text' in resource ? resource.text : ''))
  const texts = content.flatMap((block) => (block.type === 'text' && mayHold(block.text) ? [parsed(block.text)] : []))
  const spec = told.find(isRecord) ?? findSpec([structuredContent, ...texts], deepest)
  return spec && withoutData(spec)
}

function withoutData({ data: _data, datasets: _datasets, ...spec }: Json): ChartSpec | undefined {
  return JSON.stringify(spec).length > mostChars ? undefined : { format: 'vega-lite', spec }
}

/** Some servers send the chart as JSON, some as JSON in a text. */
function findSpec(value: unknown, depth: number): Json | undefined {
  if (depth === 0) return undefined
  if (typeof value === 'string') return mayHold(value) ? findSpec(parsed(value), depth - 1) : undefined
  if (Array.isArray(value)) return firstIn(value, depth)
  if (!isRecord(value)) return undefined
  return vegaLiteSchema.test(String(value.$schema)) ? value : firstIn(Object.values(value), depth)
}

/** Rows are no place to look: a result may have very many, and none of them is a chart. */
function firstIn(values: readonly unknown[], depth: number): Json | undefined {
  for (const value of values.slice(0, mostLookedAt)) {
    const found = findSpec(value, depth - 1)
    if (found) return found
  }
  return undefined
}

const mostLookedAt = 32

const mayHold = (text: string) => text.length <= mostChars * 4 && text.includes('vega-lite')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
