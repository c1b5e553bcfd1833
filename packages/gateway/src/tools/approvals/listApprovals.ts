import { showRequest } from '../../approval/requests/showRequest.ts'
import type { Tool } from '../tool.ts'
import { approvalsOf } from './effectOutput.ts'

/** Lists what waits for a decision, and what was decided. */
export const listApprovals: Tool<'list_approvals'> = {
  name: 'list_approvals',
  title: 'List requests',
  description:
    'Lists what the caller asked for or may decide: requests that are open, those that have ended, or all, the newest ' +
    'first; filters narrow it down. Each says what would happen, why it is asked for, until when, and how it ended.',
  isOffered: ({ approvals }) => approvals !== undefined,
  isRecorded: () => false,
  async run(options, { rooms, caller }) {
    const { requests, next } = await approvalsOf(rooms).list(caller, options)
    return { requests: requests.map((request) => showRequest(request, caller)), next, asOf: new Date().toISOString() }
  },
  toText({ requests, next }) {
    if (requests.length === 0) return 'There are no requests.'
    const lines = requests.map(({ requestId, state, shown }) => `- ${shown.title}: ${state} (\`${requestId}\`)`)
    return [...lines, ...(next === null ? [] : [`There are more, before \`${next}\`.`])].join('\n')
  },
}
