// The whole public surface of this package. A name added here is a promise: name it, never `export *`.
// The contract's types pass through, since the kit above sees this package only.
export type {
  AnswerError,
  Catalog,
  CatalogEntity,
  Cell,
  Clarification,
  ClarificationChoice,
  Column,
  Cost,
  CostAmount,
  EntityRecord,
  Lineage,
  QuestionContext,
  RecordSection,
  RecordSummary,
  ResultPage,
  Row,
  Step,
  Warning,
} from '@lakefront/contract'
export type { Conversation, ConversationState, Turn, TurnStatus } from './conversation/types.ts'
export type { ResultRows, ResultRowsStatus } from './results/types.ts'
