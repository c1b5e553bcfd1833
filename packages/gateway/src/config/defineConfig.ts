import type { LakefrontConfig } from './types.ts'

/** Types a configuration; checks nothing. The gateway checks it at start, wherever it comes from. */
export function defineConfig(config: LakefrontConfig): LakefrontConfig {
  return config
}
