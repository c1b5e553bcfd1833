import { pathToFileURL } from 'node:url'
import type { ServiceName } from '../services.ts'
import { type Addresses, toEnvironment } from './addresses.ts'
import type { SigningKey } from './session.ts'

/** What the start command must know of a gateway configuration. */
export type ConfigSummary = {
  /** Which of the demo's services it reads from: those whose address occurs in it. */
  demoServices: readonly ServiceName[]
  /** What the gateway checks tokens with; `undefined` when the configuration has an `authenticate` of its own. */
  signingKey: SigningKey | undefined
}

/**
 * Reads a configuration as the gateway will see it: with the same addresses in the environment.
 *
 * One that cannot be read is no error here: the gateway, which checks it in full, says what is wrong with it.
 */
export async function readConfig(file: string, addresses: Addresses): Promise<ConfigSummary> {
  Object.assign(process.env, toEnvironment(addresses))
  const imported = import(pathToFileURL(file).href, file.endsWith('.json') ? { with: { type: 'json' } } : {})
  const config = Object(await imported.then((module) => module.default).catch(() => undefined))
  const urls = Object.values(Object(config.sources)).map((source) => {
    const { mcp, postgres } = Object(source)
    return (mcp ?? postgres)?.url
  })
  const addressesOf = {
    lakehouse: [addresses.lakehouse],
    erp: [addresses.erp],
    crm: [addresses.crm, addresses.crmReader, addresses.crmWriter],
  }
  const isRead = (name: keyof typeof addressesOf) => addressesOf[name].some((address) => urls.includes(address))
  const { jwtSecret, issuer, audience } = Object(config.authentication)
  return {
    demoServices: (['lakehouse', 'erp', 'crm'] as const).filter(isRead),
    signingKey: typeof jwtSecret === 'string' ? { jwtSecret, issuer, audience } : undefined,
  }
}
