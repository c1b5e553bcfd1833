// The whole public surface of this package. A name added here is a promise: name it, never `export *`.
// The contract's types and the client's errors pass through, since the kit above sees this package only.
export {
  type AnyLakefrontError,
  type Client,
  createClient,
  LakefrontError,
  type ResultFile,
} from '@lakefront/client'
export type {
  AnswerError,
  ApprovalMove,
  ApprovalRequest,
  ApprovalState,
  AuditCall,
  AuditChain,
  AuditedStatement,
  Autonomy,
  AutonomyLevel,
  AutonomyLimits,
  CapUse,
  Catalog,
  CatalogEntity,
  Cell,
  ChartSpec,
  Clarification,
  ClarificationChoice,
  Column,
  Cost,
  CostAmount,
  EffectClass,
  EntityRecord,
  ExportFormat,
  FieldChange,
  Grant,
  Lineage,
  QuestionContext,
  RecordSection,
  RecordSummary,
  ResultPage,
  Row,
  ShownEffect,
  SimulatedRequest,
  Simulation,
  SpendDimension,
  SpendLine,
  Step,
  Warning,
} from '@lakefront/contract'
export {
  type CatalogErrorType,
  type CatalogParameters,
  type CatalogReturnType,
  catalog,
} from './actions/catalog.ts'
export {
  type CostEstimateErrorType,
  type CostEstimateParameters,
  type CostEstimateReturnType,
  costEstimate,
} from './actions/costEstimate.ts'
export {
  type FederatedQueryErrorType,
  type FederatedQueryParameters,
  type FederatedQueryReturnType,
  federatedQuery,
} from './actions/federatedQuery.ts'
export { type RecordErrorType, type RecordParameters, type RecordReturnType, record } from './actions/record.ts'
export {
  type SearchRecordsErrorType,
  type SearchRecordsParameters,
  type SearchRecordsReturnType,
  searchRecords,
} from './actions/searchRecords.ts'
export type {
  AggregateName,
  ArrangedRows,
  ArrangedRowsStatus,
  Arrangement,
  ColumnAggregate,
  ColumnFilter,
  ColumnValue,
  Line,
  Matches,
  SortKey,
} from './arrange/types.ts'
export { ConversationContext } from './conversation/ConversationContext.ts'
export { ConversationProvider, type ConversationProviderProps } from './conversation/ConversationProvider.tsx'
export { type CreateConversationParameters, createConversation } from './conversation/createConversation.ts'
export { createSessionConversationStorage } from './conversation/storage/createSessionConversationStorage.ts'
export type { ConversationKey, ConversationStorage, StoredConversation } from './conversation/storage/types.ts'
export type { Conversation, ConversationState, StepProgress, Turn, TurnStatus } from './conversation/types.ts'
export { type UseAskReturnType, useAsk } from './hooks/useAsk.ts'
export { type UseCatalogParameters, useCatalog } from './hooks/useCatalog.ts'
export { useClient, useLocale } from './hooks/useClient.ts'
export { useConversation, useConversationStore } from './hooks/useConversation.ts'
export { type UseCostEstimateParameters, useCostEstimate } from './hooks/useCostEstimate.ts'
export { type UseFederatedQueryParameters, useFederatedQuery } from './hooks/useFederatedQuery.ts'
export { useHeldResultRows } from './hooks/useHeldResultRows.ts'
export { type UseRecordParameters, useRecord } from './hooks/useRecord.ts'
export { useResultRows } from './hooks/useResultRows.ts'
export { type UseSearchRecordsParameters, useSearchRecords } from './hooks/useSearchRecords.ts'
export { LakefrontProvider, type LakefrontProviderProps } from './provider/LakefrontProvider.tsx'
export { type CatalogKey, type CatalogOptions, catalogKey, catalogOptions } from './query/catalog.ts'
export {
  type CostEstimateKey,
  type CostEstimateOptions,
  costEstimateKey,
  costEstimateOptions,
} from './query/costEstimate.ts'
export {
  type FederatedQueryKey,
  type FederatedQueryOptions,
  federatedQueryKey,
  federatedQueryOptions,
} from './query/federatedQuery.ts'
export { type RecordKey, type RecordOptions, recordKey, recordOptions } from './query/record.ts'
export {
  type SearchRecordsKey,
  type SearchRecordsOptions,
  searchRecordsKey,
  searchRecordsOptions,
} from './query/searchRecords.ts'
export type { ResultRows, ResultRowsStatus } from './results/types.ts'
