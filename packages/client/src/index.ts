// The whole public surface of this package. A name added here is a promise: name it, never `export *`.
export { createClient } from './createClient.ts'
export {
  AccessError,
  type AnyLakefrontError,
  BudgetError,
  CancelledError,
  GatewayFaultError,
  GatewayUnreachableError,
  HandleError,
  LakefrontError,
  MalformedReplyError,
  RequestError,
  SourceError,
  StatementError,
} from './errors.ts'
export { type FetchMiddleware, withAccessToken } from './fetchMiddleware.ts'
export type {
  CallOptions,
  Client,
  ClientOptions,
  DecodedBatch,
  ExportProgress,
  ExportResultOptions,
  OpenResultOptions,
  ResultFile,
  ResultStream,
} from './types.ts'
