// The whole public surface of this package. A name added here is a promise: name it, never `export *`.
export { AccountView, type AccountViewProps, type AccountViewSectionProps } from './account-view/index.tsx'
export {
  ApprovalCard,
  type ApprovalCardProps,
  ApprovalInbox,
  type ApprovalInboxProps,
} from './approvals/index.ts'
export {
  AssistantPanel,
  type AssistantPanelComposerProps,
  type AssistantPanelLogProps,
  type AssistantPanelProps,
  type AssistantPanelTurnProps,
  useTurn,
} from './assistant-panel/index.tsx'
export { AuditTrail, type AuditTrailProps } from './audit/index.ts'
export { AutonomyControl, type AutonomyControlProps } from './autonomy/index.ts'
export type { AdaptedChart, ChartAdapter, ChartAdapters, ChartLook } from './chart-adapter/types.ts'
export { CostEstimate, type CostEstimateProps } from './cost/index.tsx'
export { dataAttributes } from './dataAttributes.ts'
export { GrantList, type GrantListProps } from './grants/index.ts'
export { KitRoot, type KitRootProps } from './kit/KitRoot.tsx'
export { de } from './messages/de.ts'
export { en } from './messages/en.ts'
export type { Messages } from './messages/types.ts'
export { Provenance, type ProvenanceAnswer, type ProvenanceProps } from './provenance/index.ts'
export {
  type OpenRecord,
  type RecordReference,
  ResultTable,
  type ResultTableGridProps,
  type ResultTableRootProps,
  type TableView,
} from './result-table/index.ts'
export { BudgetMeter, type BudgetMeterProps, SpendReport, type SpendReportProps } from './spending/index.ts'
