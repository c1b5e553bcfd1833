import { approvalsOf } from '../approvals/effectOutput.ts'
import type { Tool } from '../tool.ts'

/** Lists what is always allowed. */
export const listGrants: Tool<'list_grants'> = {
  name: 'list_grants',
  title: 'List standing permissions',
  description:
    'Lists what was always allowed when a request was approved: the caller’s own and those that they granted or may take ' +
    'back, with what each covers, since when, and how often it was used.',
  isOffered: ({ approvals }) => approvals !== undefined,
  isRecorded: () => false,
  async run({ which }, { rooms, caller }) {
    const grants = await approvalsOf(rooms).grants.list(caller, which)
    // Whoever it concerns may take it back, and nobody else sees it.
    const listed = grants.map((grant) => ({ ...grant, mayRevoke: grant.revokedAt === null }))
    return { grants: listed, asOf: new Date().toISOString() }
  },
  toText({ grants }) {
    if (grants.length === 0) return 'Nothing is always allowed.'
    return grants
      .map(({ grantId, covers, uses }) => `- ${covers.join(' ')} Used ${uses} times (\`${grantId}\`)`)
      .join('\n')
  },
}
