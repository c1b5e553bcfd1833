import type { TurnApprovalMessages } from './types.ts'

export const turnApproval: TurnApprovalMessages = {
  waits: 'Nothing has been read yet. As soon as somebody agrees, this goes on by itself.',
  goesOn: 'Somebody has agreed. This goes on as soon as nothing else runs.',
  gone: 'What this waited for is not known any more. Nothing was read.',
}
