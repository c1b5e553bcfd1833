// The whole public surface of this package. A name added here is a promise: name it, never `export *`.
export { type CreateTokenParameters, createToken } from './auth/createToken.ts'
export { ConfigError } from './config/ConfigError.ts'
export { defineConfig } from './config/defineConfig.ts'
export { loadConfig } from './config/loadConfig.ts'
export type {
  AnchorConfig,
  AuditConfig,
  AuthenticationConfig,
  BudgetCap,
  BudgetConfig,
  EntityConfig,
  LakefrontConfig,
  PriceConfig,
  RecordSectionConfig,
  SourceConfig,
  StoreConfig,
  ViewConfig,
} from './config/types.ts'
export { type CreateGatewayOptions, createGateway, type Gateway } from './createGateway.ts'
export { GatewayError, type GatewayErrorOptions } from './errors.ts'
export type { Caller } from './results/port.ts'
export { SemanticModelError } from './semantic/SemanticModelError.ts'
export type { Dialect } from './sources/port.ts'
