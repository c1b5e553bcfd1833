import { randomUUID } from 'node:crypto'
import { readOfQuestion } from '../../ask/answer/readOfQuestion.ts'
import { GatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'
import type { Tool } from '../tool.ts'
import { approvalsOf, effectText, toEffectOutput } from './effectOutput.ts'

/** Approves, rejects, edits or asks about a request; whoever made it answers or withdraws it. */
export const decideApproval: Tool<'decide_approval'> = {
  name: 'decide_approval',
  title: 'Decide on a request',
  description:
    'Approves or rejects what somebody asked for, asks them about it, or edits it; whoever asked for it answers or ' +
    'withdraws it. shownHash must be that of the request as it was shown to the person who decides. An edited request is ' +
    'shown anew and has to be approved by itself. Never call this without a person’s explicit decision.',
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: false },
  isOffered: ({ approvals }) => approvals !== undefined,
  async run({ requestId, decision, shownHash, reason, alwaysAllow, values }, context) {
    const { rooms, caller } = context
    const approvals = approvalsOf(rooms)
    if ((decision === 'ask' || decision === 'answer') && !reason?.trim()) {
      throw new GatewayError({ code: 'invalid-input', message: 'Say it in words, in reason.' })
    }
    if (decision !== 'edit') {
      return toEffectOutput(
        await approvals.decide(requestId, { caller, decision, shownHash, reason, alwaysAllow }),
        caller,
      )
    }
    if (!values)
      throw new GatewayError({ code: 'invalid-input', message: 'Say what is to stand there instead, in values.' })
    const planned = { readOfQuestion: (question: string, asker: Caller) => readOfQuestion(question, asker, context) }
    const edited = { caller, shownHash, values, newRequestId: randomUUID(), ...planned }
    return toEffectOutput(await approvals.edit(requestId, edited), caller)
  },
  toText: effectText,
}
