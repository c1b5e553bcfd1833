import { pathToFileURL } from 'node:url'
import type { LakefrontConfig } from '@lakefront/gateway/config'
import type { ServiceName } from '../services.ts'
import { type Addresses, toEnvironment } from './addresses.ts'

/**
 * Which of the demo's services a configuration reads from: those whose address occurs in it.
 *
 * A configuration of somebody's own data needs none of them, so none is started.
 */
export function demoServicesOf(config: Pick<LakefrontConfig, 'sources'>, addresses: Addresses): ServiceName[] {
  const urls = Object.values(config.sources).map((source) => {
    if ('mcp' in source) return source.mcp.url
    return 'postgres' in source ? source.postgres.url : undefined
  })
  return (['lakehouse', 'erp', 'crm'] as const).filter((name) => urls.includes(addresses[name]))
}

/** Loads a configuration the way the gateway will see it: with the addresses in its environment. */
export async function importConfig(file: string, addresses: Addresses): Promise<LakefrontConfig> {
  Object.assign(process.env, toEnvironment(addresses))
  const { default: config } = await import(pathToFileURL(file).href)
  return config
}
