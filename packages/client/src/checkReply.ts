import type { ResultPage, ToolName, ToolOutput } from '@lakefront/contract'
import { MalformedReplyError } from './errors.ts'

type Kind = 'string' | 'number' | 'boolean' | 'object' | 'array'
type Shape = Readonly<Record<string, Kind>>

const effectShape = { status: 'string', request: 'object' } as const
const pageShape: Shape = {
  handle: 'string',
  columns: 'array',
  rows: 'array',
  offset: 'number',
  truncated: 'boolean',
  complete: 'boolean',
  url: 'string',
}

/** What our own code relies on; everything else is passed on as it came. */
const shapes: Record<ToolName, Shape> = {
  ask: {
    answerId: 'string',
    conversationId: 'string',
    status: 'string',
    text: 'string',
    steps: 'array',
    warnings: 'array',
    suggestions: 'array',
    cost: 'object',
    lineage: 'object',
  },
  run_query: { result: 'object', step: 'object', cost: 'object' },
  estimate_query: { cost: 'object', pastError: 'object' },
  fetch_rows: pageShape,
  describe_catalog: { sources: 'array', views: 'array', entities: 'array', suggestions: 'array' },
  get_record: { entity: 'string', id: 'string', label: 'string', sections: 'array' },
  search_records: { records: 'array', asOf: 'string' },
  create_record: effectShape,
  update_record: effectShape,
  decide_approval: effectShape,
  list_approvals: { requests: 'array', asOf: 'string' },
  list_grants: { grants: 'array', asOf: 'string' },
  revoke_grant: { grant: 'object' },
  read_autonomy: { level: 'string', limits: 'object', version: 'string' },
  set_autonomy: { level: 'string', limits: 'object', version: 'string' },
  simulate_autonomy: { requests: 'number', examples: 'array' },
  read_budget: { caps: 'array', asOf: 'string' },
  report_spending: { lines: 'array', total: 'object', asOf: 'string' },
  read_audit: { calls: 'array', chain: 'object', asOf: 'string' },
}

/**
 * Looks at a reply once, at the edge; no layer checks again. Written by hand because the contract's schemas would bring
 * a validator of ten times this package's size into every page.
 */
export function checkReply<Name extends ToolName>(tool: Name, reply: unknown): ToolOutput<Name> {
  checkShape(tool, reply, shapes[tool])
  const page = tool === 'fetch_rows' ? reply : Object(reply).result
  if (page !== undefined) checkPage(tool, page)
  return reply as ToolOutput<Name>
}

function checkPage(tool: string, page: unknown) {
  checkShape(tool, page, pageShape)
  const { columns, rows } = page as ResultPage
  const ragged = rows.findIndex((row) => row?.length !== columns.length)
  if (ragged !== -1) {
    throw malformed(tool, `row ${ragged} has ${rows[ragged]?.length} cells for ${columns.length} columns`)
  }
}

function checkShape(tool: string, value: unknown, shape: Shape) {
  if (kindOf(value) !== 'object') throw malformed(tool, `it is ${kindOf(value)}, not an object`)
  for (const [name, kind] of Object.entries(shape)) {
    const actual = kindOf(Object(value)[name])
    if (actual !== kind) throw malformed(tool, `${name} is ${actual}, not ${kind}`)
  }
}

function kindOf(value: unknown) {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

function malformed(from: string, why: string) {
  return new MalformedReplyError({ from, why })
}
