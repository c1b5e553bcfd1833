import type { ApprovalMessages } from './approval/types.ts'
import type { AuditMessages } from './audit/types.ts'
import type { AutonomyMessages } from './autonomy/types.ts'
import type { CostMessages } from './cost/types.ts'
import type { GrantMessages } from './grants/types.ts'
import type { ProvenanceMessages } from './provenance/types.ts'
import type { SpendingMessages } from './spending/types.ts'
import type { TurnApprovalMessages } from './turnApproval/types.ts'

/** Words of parts that bring their own, so that no page carries them that does not show the part. */
export type PartMessages = {
  approval: ApprovalMessages
  audit: AuditMessages
  autonomy: AutonomyMessages
  cost: CostMessages
  grants: GrantMessages
  provenance: ProvenanceMessages
  spending: SpendingMessages
  turnApproval: TurnApprovalMessages
}
