import { pathToFileURL } from 'node:url'
import type { ServiceName } from '../services.ts'
import { type Addresses, toEnvironment } from './addresses.ts'

/**
 * Which of the demo's services a configuration reads from: those whose address occurs in it.
 *
 * A configuration of somebody's own data needs none of them, so none is started. One that cannot be read needs none
 * either: the gateway says what is wrong with it.
 */
export async function demoServicesOf(configFile: string, addresses: Addresses): Promise<ServiceName[]> {
  // The file must see the same addresses here as in the gateway.
  Object.assign(process.env, toEnvironment(addresses))
  const isJson = configFile.endsWith('.json')
  const imported = import(pathToFileURL(configFile).href, isJson ? { with: { type: 'json' } } : {})
  const config = await imported.then((module) => module.default).catch(() => undefined)
  const urls = Object.values(Object(config?.sources)).map((source) => {
    const { mcp, postgres } = Object(source)
    return (mcp ?? postgres)?.url
  })
  return (['lakehouse', 'erp', 'crm'] as const).filter((name) => urls.includes(addresses[name]))
}
