import { approvalsOf } from '../approvals/effectOutput.ts'
import type { Tool } from '../tool.ts'

/** Takes a standing permission back. */
export const revokeGrant: Tool<'revoke_grant'> = {
  name: 'revoke_grant',
  title: 'Revoke a standing permission',
  description: 'Takes back what was always allowed. From the next request on somebody has to agree again.',
  hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
  isOffered: ({ approvals }) => approvals !== undefined,
  async run({ grantId }, { rooms, caller }) {
    return { grant: await approvalsOf(rooms).grants.revoke(caller, grantId) }
  },
  toText: ({ grant }) => `Revoked at ${grant.revokedAt}: ${grant.covers.join(' ')}`,
}
