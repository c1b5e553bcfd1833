// Effects, approvals, standing permissions and autonomy: apart from the rest, since a page that only asks needs none of it.
export {
  type ApprovalErrorType,
  type ApprovalParameters,
  type ApprovalReturnType,
  approval,
} from './actions/approval.ts'
export {
  type ApprovalsErrorType,
  type ApprovalsParameters,
  type ApprovalsReturnType,
  approvals,
} from './actions/approvals.ts'
export { type AuditErrorType, type AuditParameters, type AuditReturnType, audit } from './actions/audit.ts'
export {
  type AutonomyErrorType,
  type AutonomyParameters,
  type AutonomyReturnType,
  autonomy,
} from './actions/autonomy.ts'
export { type BudgetErrorType, type BudgetParameters, type BudgetReturnType, budget } from './actions/budget.ts'
export {
  type CreateRecordErrorType,
  type CreateRecordParameters,
  type CreateRecordReturnType,
  createRecord,
} from './actions/createRecord.ts'
export {
  type DecideApprovalErrorType,
  type DecideApprovalParameters,
  type DecideApprovalReturnType,
  decideApproval,
} from './actions/decideApproval.ts'
export { type GrantsErrorType, type GrantsParameters, type GrantsReturnType, grants } from './actions/grants.ts'
export {
  type RevokeGrantErrorType,
  type RevokeGrantParameters,
  type RevokeGrantReturnType,
  revokeGrant,
} from './actions/revokeGrant.ts'
export {
  type SetAutonomyErrorType,
  type SetAutonomyParameters,
  type SetAutonomyReturnType,
  setAutonomy,
} from './actions/setAutonomy.ts'
export {
  type SimulateAutonomyErrorType,
  type SimulateAutonomyParameters,
  type SimulateAutonomyReturnType,
  simulateAutonomy,
} from './actions/simulateAutonomy.ts'
export {
  type SpendingErrorType,
  type SpendingParameters,
  type SpendingReturnType,
  spending,
} from './actions/spending.ts'
export {
  type UpdateRecordErrorType,
  type UpdateRecordParameters,
  type UpdateRecordReturnType,
  updateRecord,
} from './actions/updateRecord.ts'
export { type UseApprovalParameters, useApproval } from './hooks/approvals/useApproval.ts'
export { type UseApprovalsParameters, useApprovals } from './hooks/approvals/useApprovals.ts'
export { useDecideApproval } from './hooks/approvals/useDecideApproval.ts'
export { type UseTurnApprovalParameters, useTurnApproval } from './hooks/approvals/useTurnApproval.ts'
export { type UseAuditParameters, useAudit } from './hooks/audit/useAudit.ts'
export { type UseAutonomyParameters, useAutonomy } from './hooks/autonomy/useAutonomy.ts'
export { type UseAutonomySimulationParameters, useAutonomySimulation } from './hooks/autonomy/useAutonomySimulation.ts'
export { useSetAutonomy } from './hooks/autonomy/useSetAutonomy.ts'
export { type UseGrantsParameters, useGrants } from './hooks/grants/useGrants.ts'
export { useRevokeGrant } from './hooks/grants/useRevokeGrant.ts'
export { type UseBudgetParameters, useBudget } from './hooks/money/useBudget.ts'
export { type UseSpendingParameters, useSpending } from './hooks/money/useSpending.ts'
export { useCreateRecord } from './hooks/records/useCreateRecord.ts'
export { useUpdateRecord } from './hooks/records/useUpdateRecord.ts'
export { type ApprovalKey, type ApprovalOptions, approvalKey, approvalOptions } from './query/approval.ts'
export { type ApprovalsKey, type ApprovalsOptions, approvalsKey, approvalsOptions } from './query/approvals.ts'
export { type AuditKey, type AuditOptions, auditKey, auditOptions } from './query/audit.ts'
export { type AutonomyKey, autonomyKey, autonomyOptions } from './query/autonomy.ts'
export {
  type AutonomySimulationKey,
  type AutonomySimulationOptions,
  autonomySimulationKey,
  autonomySimulationOptions,
} from './query/autonomySimulation.ts'
export { type BudgetKey, budgetKey, budgetOptions } from './query/budget.ts'
export { type GrantsKey, type GrantsOptions, grantsKey, grantsOptions } from './query/grants.ts'
export { type SpendingKey, type SpendingOptions, spendingKey, spendingOptions } from './query/spending.ts'
