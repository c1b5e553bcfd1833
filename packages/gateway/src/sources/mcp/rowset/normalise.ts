import { errorMetaKey } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/client'
import type { Rowset } from '../../rowset.ts'
import { chartOf } from './chartOf.ts'
import { failureOf, pendingOf } from './outcomes.ts'
import { rowsetOfJson, rowsOfObjects } from './shapes.ts'
import { rowsetOfText } from './textTables.ts'

/** What a tool result turned out to be. */
export type Outcome =
  | { status: 'rows'; rowset: Rowset }
  | { status: 'pending'; statementId: string; state: 'waking' | 'running' }
  | { status: 'failed'; message: string; code?: string | undefined }
  | { status: 'unreadable' }

/**
 * Reads the result of any SQL tool that we know of into one shape. SQL servers agree on nothing: this tries the
 * structured content, then text as JSON, then text as a table. Failures are told even where `isError` is false.
 */
export function normalise(result: CallToolResult): Outcome {
  const outcome = outcomeOf(result)
  const chart = outcome.status === 'rows' ? chartOf(result) : undefined
  return chart && outcome.status === 'rows' ? rows({ ...outcome.rowset, chart }) : outcome
}

function outcomeOf({ isError, structuredContent, content = [], _meta }: CallToolResult): Outcome {
  const texts = content.flatMap((block) => (block.type === 'text' ? [block.text] : []))
  const structured = unwrap(structuredContent)
  const values = structured === undefined ? parsed(texts) : [structured]
  const failure = [_meta?.[errorMetaKey], ...values].map(failureOf).find((found) => found !== undefined)
  if (isError || failure) return { status: 'failed', message: 'The statement failed.', ...told(texts), ...failure }
  if (structured === undefined && content.length === 0) return rows({ columns: [], rows: [], truncated: false })
  return fromValues(values) ?? fromText(texts) ?? { status: 'unreadable' }
}

function fromValues(values: readonly unknown[]): Outcome | undefined {
  const [first] = values
  if (values.length > 1) return values.every(isRecord) ? rows(rowsOfObjects(values)) : undefined
  if (first === undefined) return undefined
  const pending = pendingOf(first)
  if (pending) return { status: 'pending', ...pending }
  const rowset = rowsetOfJson(first) ?? (isFlat(first) ? rowsOfObjects([first]) : undefined)
  return rowset && rows(rowset)
}

function fromText(texts: readonly string[]): Outcome | undefined {
  if (texts.length !== 1) return undefined
  const text = texts[0]!.trim()
  if (/^error\b/i.test(text)) return { status: 'failed', message: text.replace(/^error:?\s*/i, '') }
  const rowset = rowsetOfText(text)
  return rowset && rows(rowset)
}

/** Some frameworks wrap a text result as `{"result": "<json>"}`. */
function unwrap(value: unknown): unknown {
  if (!isRecord(value)) return value
  const keys = Object.keys(value)
  if (keys.length !== 1 || typeof value.result !== 'string') return value
  return parsed([value.result])[0]
}

/** Text blocks as JSON, lines of one block as JSON, or nothing. */
function parsed(texts: readonly string[]): unknown[] {
  const whole = texts.map(parseJson)
  if (whole.every((value) => value !== undefined)) return whole
  const lines = texts.length === 1 ? texts[0]!.trim().split('\n').map(parseJson) : []
  return lines.length > 1 && lines.every(isRecord) ? lines : []
}

function parseJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text, exactNumbers)
  } catch {
    return undefined
  }
}

/** Numbers that floating point would change stay as they were written. */
function exactNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value
  return isExact(value, context.source) ? value : context.source
}

/** Fifteen digits always come out of floating point as they went in; more only when the sender used it too. */
function isExact(value: number, source: string): boolean {
  if (Number.isInteger(value)) return Number.isSafeInteger(value)
  const digits = source.replace(/e.*$/i, '').replace(/^-?0*\.?0*|\./g, '')
  return digits.length <= 15 || String(value) === source
}

function told(texts: readonly string[]): { message?: string } {
  const message = texts.join('\n').trim().slice(0, 2_000)
  return message === '' ? {} : { message }
}

function rows(rowset: Rowset): Outcome {
  return { status: 'rows', rowset }
}

/** A single row that came as a text block of its own. */
function isFlat(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && Object.values(value).every((cell) => typeof cell !== 'object' || cell === null)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
