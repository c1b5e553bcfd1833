import { randomUUID } from 'node:crypto'
import { approvalsOf, effectText, toEffectOutput } from '../approvals/effectOutput.ts'
import type { Tool } from '../tool.ts'

/** Makes a record, once somebody or the policy has agreed. */
export const createRecord: Tool<'create_record'> = {
  name: 'create_record',
  title: 'Create a record',
  description:
    'Makes a record in a connected system. Unless the policy lets it happen by itself it waits for an approval: then the ' +
    'status is approval_required, and decide_approval decides. Asking again with the same requestId does nothing twice.',
  hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  isOffered: ({ approvals, config }) => approvals !== undefined && config.writes !== undefined,
  async run({ entity, values, requestId = randomUUID() }, { rooms, caller }) {
    const wish = { entity, id: null, values }
    return toEffectOutput(await approvalsOf(rooms).propose({ requestId, tool: 'create_record', wish, caller }), caller)
  },
  toText: effectText,
}
