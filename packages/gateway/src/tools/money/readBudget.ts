import type { Tool } from '../tool.ts'
import { reportsOf } from './budgetReports.ts'

/** Says how full the caller's caps are. */
export const readBudget: Tool<'read_budget'> = {
  name: 'read_budget',
  title: 'Read the budget',
  description:
    'Lists the caps that hold for the caller, the fullest first: what is spent, set aside for what runs, and left, what ' +
    'the cheapest run would meet now, when the cap is reset, and what will be spent by then if it goes on like this.',
  isOffered: ({ budgetReports }) => budgetReports !== undefined,
  isRecorded: () => false,
  run: (_input, { rooms, caller }) => reportsOf(rooms).readBudget(caller),
  toText({ caps }) {
    if (caps.length === 0) return 'No cap holds for you.'
    const lines = caps.map(({ scope, period, capUsd, spentUsd, reservedUsd, leftUsd, state, resetsAt }) => {
      const until = resetsAt === null ? '' : `, reset at ${resetsAt}`
      return `- ${scope}, ${period}: $${leftUsd} left of $${capUsd} ($${spentUsd} spent, $${reservedUsd} set aside): ${state}${until}`
    })
    return lines.join('\n')
  },
}
