import type { Autonomy } from '@lakefront/contract'
import { approvalsOf } from '../approvals/effectOutput.ts'
import type { Tool } from '../tool.ts'

/** Says how much happens by itself. */
export const readAutonomy: Tool<'read_autonomy'> = {
  name: 'read_autonomy',
  title: 'Read the autonomy level',
  description:
    'Says how much happens by itself here (the level and its limits), who set it, and whether the caller may change it.',
  isOffered: ({ approvals }) => approvals !== undefined,
  isRecorded: () => false,
  run: (_input, { rooms, caller }) => approvalsOf(rooms).autonomy.read(caller),
  toText: autonomyText,
}

/** The level, its limits where they matter, and who set it. */
export function autonomyText({ level, limits, setBy, setAt }: Autonomy): string {
  const stated = Object.entries(limits).map(([name, limit]) => `- ${name}: ${[limit].flat().join(', ') || 'none'}`)
  const by = setBy === null ? 'as configured' : `set by ${setBy} at ${setAt}`
  return [`The level is “${level}”, ${by}.`, ...(level === 'limited' ? stated : [])].join('\n')
}
