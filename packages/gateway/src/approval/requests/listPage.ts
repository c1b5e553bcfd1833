import type { ToolArguments } from '@lakefront/contract'
import * as z from 'zod'
import { GatewayError } from '../../errors.ts'
import type { SqlValue } from '../../store/port.ts'
import type { StoredRequest } from './judge.ts'
import { plainText } from './plainText.ts'

/** Which requests are wanted, and from where on. */
export type ListOptions = ToolArguments<'list_approvals'>

export type RequestPage = {
  requests: StoredRequest[]
  /** Where the next page goes on; `null` at the end. */
  next: string | null
}

const cursorSchema = z.tuple([z.boolean(), z.iso.datetime(), z.uuid()])

/** The filters as values of the statement, in its order. */
export function filterValues(options: ListOptions): SqlValue[] {
  const { requestIds, search, requestedBy, agentId, source, effectClass, before } = options
  const words = search === undefined ? [] : plainText(search).split(/\s+/).filter(Boolean).map(escapeLike)
  const ids = requestIds?.map((id) => plainText(id).toLowerCase())
  return [
    ids ? JSON.stringify(ids) : null,
    ...[requestedBy, agentId, source, effectClass].map((text) => (text === undefined ? null : plainText(text))),
    words.length > 0 ? JSON.stringify(words) : null,
    ...(before === undefined ? [null, null, null] : readCursor(before)),
  ]
}

/** Cuts one more than wanted off, which only says that there is more. */
export function toPage(found: StoredRequest[], limit: number): RequestPage {
  const requests = found.slice(0, limit)
  const last = requests.at(-1)
  if (found.length <= limit || !last) return { requests, next: null }
  const cursor = [last.state === 'pending', last.createdAt, last.requestId]
  return { requests, next: Buffer.from(JSON.stringify(cursor)).toString('base64url') }
}

function readCursor(text: string): SqlValue[] {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch (cause) {
    const message = 'before is not from an earlier list. Leave it out to begin anew.'
    throw new GatewayError({ code: 'invalid-input', message, cause })
  }
}

const escapeLike = (word: string) => word.replace(/[\\%_]/g, '\\$&')
