import type { ToolArguments } from '@lakefront/contract'
import type { AuditReader } from '../../audit/read/createAuditReader.ts'
import { GatewayError } from '../../errors.ts'
import type { Rooms } from '../../rooms.ts'
import type { Tool, ToolContext } from '../tool.ts'

/** Reads the audit trail. */
export const readAudit: Tool<'read_audit'> = {
  name: 'read_audit',
  title: 'Read the audit trail',
  description:
    'Lists calls as the audit trail has them, the newest first: who asked what, which statements ran where, what they ' +
    'read, what that cost, what the rules said and what was decided; and whether those entries are what was written. ' +
    'Shows the caller’s own calls, or everybody’s to those whose role may see them. An answer’s answerId is its callId.',
  isOffered: ({ audit }) => audit !== undefined,
  // To look at what others did is news. To look at one's own is not.
  isRecorded: (input, { rooms, caller }) => readerOf(rooms).coversOf(caller, input) === 'tenant',
  run: readCalls,
  toText({ calls, chain }) {
    const { length, firstBroken } = chain
    const lines = calls.map(
      ({ startedAt, userId, tool, question, status, callId }) =>
        `- ${startedAt} ${userId}: ${question ?? tool} – ${status} (\`${callId}\`)`,
    )
    const proof = firstBroken
      ? `The trail was tampered with: entry ${firstBroken.sequence}, ${firstBroken.message}.`
      : `These entries are what was written, among ${length}.`
    return [lines.length > 0 ? lines.join('\n') : 'There are no such calls.', proof].join('\n\n')
  },
}

async function readCalls(input: ToolArguments<'read_audit'>, { rooms, caller, callId }: ToolContext) {
  const reader = readerOf(rooms)
  const { limit, from, to, ...filter } = input
  const covers = reader.coversOf(caller, input)
  const visibleTo = covers === 'user' ? caller.userId : undefined
  // What reads is not part of what is read.
  const wanted = { ...filter, visibleTo, butCallId: callId, from: exactly(from), to: exactly(to) }
  const page = await reader.read(caller.tenantId, wanted, limit)
  return { ...page, covers, asOf: new Date().toISOString() }
}

/** As entries write it, to the millisecond, so that times compare as texts. */
function exactly(time: string | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString()
}

function readerOf({ audit }: Rooms): AuditReader {
  if (audit) return audit.reader
  throw new GatewayError({
    code: 'forbidden',
    message: 'This gateway keeps no audit trail: its configuration has no `audit`.',
  })
}
