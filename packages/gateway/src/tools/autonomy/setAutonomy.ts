import { approvalsOf } from '../approvals/effectOutput.ts'
import type { Tool } from '../tool.ts'
import { autonomyText } from './readAutonomy.ts'

/** Changes how much happens by itself. */
export const setAutonomy: Tool<'set_autonomy'> = {
  name: 'set_autonomy',
  title: 'Set the autonomy level',
  description:
    'Changes how much happens by itself here, for everybody, from the next request on. version must be that of the setting ' +
    'as it was shown; simulate_autonomy tells beforehand what would change. Never call this without a person’s explicit wish.',
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: false },
  isOffered: ({ approvals }) => approvals !== undefined,
  run: (setting, { rooms, caller }) => approvalsOf(rooms).autonomy.set(caller, setting),
  toText: autonomyText,
}
