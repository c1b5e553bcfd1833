import { randomUUID } from 'node:crypto'
import { approvalsOf, effectText, toEffectOutput } from '../approvals/effectOutput.ts'
import type { Tool } from '../tool.ts'

/** Changes a record, once somebody or the policy has agreed. */
export const updateRecord: Tool<'update_record'> = {
  name: 'update_record',
  title: 'Update a record',
  description:
    'Changes columns of one record in a connected system. Unless the policy lets it happen by itself it waits for an ' +
    'approval: then the status is approval_required, and decide_approval decides. A record that somebody else changed ' +
    'meanwhile is not written over.',
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: false },
  isOffered: ({ approvals, config }) => approvals !== undefined && config.writes !== undefined,
  async run({ entity, id, values, requestId = randomUUID() }, { rooms, caller }) {
    const wish = { entity, id, values }
    return toEffectOutput(await approvalsOf(rooms).propose({ requestId, tool: 'update_record', wish, caller }), caller)
  },
  toText: effectText,
}
