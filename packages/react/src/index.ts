// The whole public surface of this package. A name added here is a promise: name it, never `export *`.
export type { Conversation, ConversationState, Turn, TurnStatus } from './conversation/types.ts'
export type { ResultRows, ResultRowsStatus } from './results/types.ts'
