// What a `lakefront.config.ts` imports. Light on purpose: no engine, no server.
export { ConfigError } from './config/ConfigError.ts'
export { defineConfig } from './config/defineConfig.ts'
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
  TelemetryConfig,
  ViewConfig,
} from './config/types.ts'
export type { Caller } from './results/port.ts'
export type { Dialect } from './sources/port.ts'
