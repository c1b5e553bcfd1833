import { once } from 'node:events'
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Addresses, addressesFor, defaultDataFolder, toEnvironment } from './services/addresses.ts'
import { checkPorts, choosePorts, type Ports } from './services/ports.ts'
import { readConfig } from './services/readConfig.ts'
import { runToEnd } from './services/runToEnd.ts'
import { type ServiceProcess, startServiceProcess } from './services/serviceProcess.ts'
import type { SigningKey } from './services/session.ts'

export type ServiceName = 'lakehouse' | 'erp' | 'crm' | 'gateway'

export type StartServicesOptions = {
  /** Folder of generated data and state. Default `.lakefront` at the top of the repository. */
  data?: string | undefined
  /** Ports that differ from the defaults; 0 takes any free one. */
  ports?: Partial<Ports> | undefined
  /** Gateway configuration. Default: the demo's. */
  config?: string | undefined
  /** Whether to start the gateway as well. Default `true`. */
  gateway?: boolean | undefined
  /** Size of the generated data; 1 is two million order lines. */
  scale?: number | undefined
  /** Told what is going on, for people. */
  onProgress?: ((message: string) => void) | undefined
}

export type Services = {
  addresses: Addresses
  /** What the gateway checks tokens with, when it does not have a scheme of its own. */
  signingKey: SigningKey | undefined
  /** Ends one of them, as a crash would with SIGKILL. */
  stopService(name: ServiceName, signal?: NodeJS.Signals): Promise<void>
  /** Starts one again where it was. */
  startService(name: ServiceName): Promise<void>
  /** Ends every process that was started. */
  stop(): Promise<void>
}

/** A service that lived at least so long is started again when it crashes. */
const shortestLifeMs = 10_000

/** The demo's gateway configuration. */
export const demoConfig = resolve(import.meta.dirname, 'lakefront.config.ts')

/**
 * Makes the data that is missing, starts each service in its own process, and waits until each answers. With a
 * configuration of somebody's own, only those of the demo's services start that it reads from.
 */
export async function startServices(options: StartServicesOptions = {}): Promise<Services> {
  const { config = demoConfig, onProgress = () => {} } = options
  const dataFolder = resolve(options.data ?? defaultDataFolder)
  const ports = await choosePorts(options.ports)
  const addresses = addressesFor(ports, dataFolder)
  const { demoServices: sources, signingKey } = await readConfig(config, addresses)
  const embedded = process.env.DATABASE_URL ? sources.filter((name) => name !== 'crm') : sources
  const names = options.gateway === false ? embedded : [...embedded, 'gateway' as const]
  await checkPorts(ports, names)

  const running = new Map<ServiceName, ServiceProcess>()
  let isStopping = false
  const startService = async (name: ServiceName) => {
    onProgress(`Starting ${name} …`)
    const startedAt = performance.now()
    const service = await startServiceProcess({
      name,
      ...commandOf(name, { ports, addresses, config }),
      env: toEnvironment(addresses),
      onUnexpectedEnd: (message, inOrder) => {
        running.delete(name)
        onProgress(`${message}\nThe others go on.`)
        // One that ended soon would end again.
        if (inOrder || performance.now() - startedAt < shortestLifeMs) return
        startService(name).catch((error: Error) => onProgress(error.message))
      },
    })
    if (isStopping) return service.stop()
    running.set(name, service)
    await waitForAnswer(service.address)
  }
  const stopService = async (name: ServiceName, signal?: NodeJS.Signals) => {
    const service = running.get(name)
    running.delete(name)
    await service?.stop(signal)
  }
  const stop = async () => {
    isStopping = true
    await stopService('gateway')
    await Promise.all(embedded.map((name) => stopService(name)))
  }

  try {
    if (sources.length > 0) await prepareData(dataFolder, options)
    await settleAll(embedded.map(startService))
    if (names.includes('gateway')) {
      await startService('gateway')
      await waitForSources(addresses.gateway, onProgress)
    }
  } catch (error) {
    await stop()
    throw error
  }
  return { addresses, signingKey, startService, stopService, stop }
}

/** Waits for all of them, so that none is still starting while the others are stopped. */
async function settleAll(starting: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(starting)).find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}

type CommandContext = { ports: Ports; addresses: Addresses; config: string }

function commandOf(name: ServiceName, { ports, addresses, config }: CommandContext) {
  const { dataFolder, playground } = addresses
  const here = (file: string) => resolve(import.meta.dirname, file)
  const port = ['--port', String(ports[name])]
  const commands = {
    lakehouse: {
      script: here('../packages/gateway/src/lakehouse/main.ts'),
      args: ['--folder', `${dataFolder}/lakehouse`, ...port],
    },
    erp: { script: here('erp/server.ts'), args: ['--file', `${dataFolder}/erp.sqlite`, ...port] },
    crm: { script: here('crm/server.ts'), args: ['--data', `${dataFolder}/crm`, ...port] },
    gateway: {
      script: here('../packages/gateway/src/cli/main.ts'),
      args: [
        'serve',
        '--config',
        config,
        ...port,
        ...originsOf(playground).flatMap((origin) => ['--allow-origin', origin]),
      ],
    },
  }
  return commands[name]
}

/** The playground's own page, by either of this machine's names. */
const originsOf = (playground: string) => [playground, playground.replace('localhost', '127.0.0.1')]

async function prepareData(dataFolder: string, { scale, onProgress = () => {} }: StartServicesOptions) {
  onProgress(`Looking after the demo data in ${dataFolder} …`)
  const scaleArgs = scale === undefined ? [] : ['--scale', String(scale)]
  const here = (file: string) => resolve(import.meta.dirname, file)
  await runToEnd('demo data', here('data/main.ts'), ['--data', dataFolder, ...scaleArgs], onProgress)
  // In a Postgres of the team's own the CRM's tables are made once, and no process has to run for it.
  if (process.env.DATABASE_URL) {
    await runToEnd('CRM’s tables', here('crm/server.ts'), ['--data', `${dataFolder}/crm`, ...scaleArgs], onProgress)
  }
}

/** Any reply will do, also a refusal: it shows that somebody listens. */
async function waitForAnswer(address: string): Promise<void> {
  const url = new URL(address)
  if (url.protocol.startsWith('http')) {
    await fetch(url, { method: 'OPTIONS', signal: AbortSignal.timeout(10_000) })
    return
  }
  const socket = connect(Number(url.port), url.hostname)
  await once(socket, 'connect')
  socket.destroy()
}

/** The gateway serves also while a source of its does not answer; then that is said, and nothing waits for ever. */
async function waitForSources(gateway: string, onProgress: (message: string) => void): Promise<void> {
  const patience = AbortSignal.timeout(20_000)
  for (;;) {
    const { sources } = await (await fetch(new URL('/health', gateway))).json()
    const missing = Object.keys(sources).filter((id) => sources[id].status === 'unavailable')
    if (missing.length === 0) return
    if (patience.aborted) return onProgress(`These sources do not answer yet: ${missing.join(', ')}.`)
    await delay(500)
  }
}
