import { resolve } from 'node:path'
import { readerName, writerName } from '../data/crmRoles.ts'
import type { Ports } from './ports.ts'
import { defaultPorts } from './ports.ts'

/** Where the parts of the demo are. The configuration, the services and the app all read them from here. */
export type Addresses = {
  dataFolder: string
  gateway: string
  lakehouse: string
  erp: string
  /** For who owns the CRM's records. */
  crm: string
  /** For who may read them and nothing else: the gateway, but for what somebody has approved. */
  crmReader: string
  /** For who may write what people approve and nothing else: the gateway, when somebody has approved. */
  crmWriter: string
  playground: string
}

const repositoryFolder = resolve(import.meta.dirname, '../..')

/** Folder of everything that is generated, unless `--data` says otherwise. */
export const defaultDataFolder = resolve(repositoryFolder, '.lakefront')

/**
 * Addresses for ports; a team's own Postgres in `DATABASE_URL` takes the place of the embedded CRM. `DATABASE_READER_URL` and
 * `DATABASE_WRITER_URL` are the same database for users who may only read, and only write what is approved; without them the
 * gateway logs in as the owner does.
 */
export function addressesFor(ports: Ports, dataFolder = defaultDataFolder): Addresses {
  return {
    dataFolder,
    gateway: `http://localhost:${ports.gateway}/mcp`,
    lakehouse: `http://localhost:${ports.lakehouse}/mcp`,
    erp: `http://localhost:${ports.erp}/mcp`,
    crm: process.env.DATABASE_URL ?? `postgres://localhost:${ports.crm}/crm`,
    crmReader:
      process.env.DATABASE_READER_URL ??
      process.env.DATABASE_URL ??
      `postgres://${readerName}@localhost:${ports.crm}/crm`,
    crmWriter:
      process.env.DATABASE_WRITER_URL ??
      process.env.DATABASE_URL ??
      `postgres://${writerName}@localhost:${ports.crm}/crm`,
    playground: `http://localhost:${ports.playground}`,
  }
}

const variables = {
  dataFolder: 'LAKEFRONT_DATA',
  gateway: 'LAKEFRONT_GATEWAY_URL',
  lakehouse: 'LAKEFRONT_LAKEHOUSE_URL',
  erp: 'LAKEFRONT_ERP_URL',
  crm: 'LAKEFRONT_CRM_URL',
  crmReader: 'LAKEFRONT_CRM_READER_URL',
  crmWriter: 'LAKEFRONT_CRM_WRITER_URL',
  playground: 'LAKEFRONT_PLAYGROUND_URL',
} as const

/** The addresses as environment variables, for the processes that are started. */
export function toEnvironment(addresses: Addresses): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => [variable, addresses[name as keyof Addresses]]),
  )
}

/** The addresses that the environment gives; the defaults where it gives none. */
export function readAddresses(environment: NodeJS.ProcessEnv = process.env): Addresses {
  const given = Object.entries(variables)
    .map(([name, variable]) => [name, environment[variable]] as const)
    .filter(([, value]) => value)
  return { ...addressesFor(defaultPorts), ...Object.fromEntries(given) }
}
