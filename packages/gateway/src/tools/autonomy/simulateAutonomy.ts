import { approvalsOf } from '../approvals/effectOutput.ts'
import type { Tool } from '../tool.ts'

/** Tells what another level would have done. */
export const simulateAutonomy: Tool<'simulate_autonomy'> = {
  name: 'simulate_autonomy',
  title: 'Simulate an autonomy level',
  description:
    'Tells what a level with its limits would have done with the requests of the last days: how many would have run by ' +
    'themselves, what they cost, and why the others would not. Changes nothing.',
  isOffered: ({ approvals }) => approvals !== undefined,
  isRecorded: () => false,
  run: (setting, { rooms, caller }) => approvalsOf(rooms).autonomy.simulate(caller, setting),
  toText({ from, requests, allowed, denied, allowedCostUsd }) {
    const cost = allowedCostUsd === null ? 'at a cost that is not known' : `costing $${allowedCostUsd}`
    const refused = denied > 0 ? ` ${denied} would have been refused.` : ''
    return `Since ${from}, ${allowed} of ${requests} requests would have run by themselves, ${cost}.${refused}`
  },
}
