import { type Flags, parseFlags, usage } from './services/flags.ts'
import { findPackageManagers, onceGone } from './services/packageManagers.ts'
import { startPlaygroundServer } from './services/playgroundServer.ts'
import { checkPorts, choosePorts } from './services/ports.ts'
import { startServices } from './services.ts'

const progress = (message: string) => process.stderr.write(`${message}\n`)
const endings: (() => Promise<void>)[] = []
let ending: Promise<void> | undefined

/** Ends everything, what was started last first; asked twice, it is one ending. */
function endAll(): Promise<void> {
  ending ??= endings.reduceRight((before, end) => before.then(end).catch(() => {}), Promise.resolve())
  return ending
}

async function exit(code: number): Promise<void> {
  await endAll()
  process.exit(code)
}

async function start({ ports: wanted, data, config, scale }: Flags): Promise<void> {
  const ports = await choosePorts(wanted)
  await checkPorts(ports, ['playground'])
  const services = await startServices({ ports, data, config, scale, onProgress: progress })
  endings.push(services.stop)
  const { gateway, playground } = services.addresses
  const server = await startPlaygroundServer(services.addresses, services.signingKey)
  endings.push(server.stop)
  process.stdout.write(`\n  playground  ${playground}\n  gateway     ${gateway}\n\n  Ctrl-C stops everything.\n`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => exit(0))
onceGone(findPackageManagers(), () => exit(0))
process.on('uncaughtException', (error) => {
  progress(`Stopping: ${error.stack}`)
  exit(1)
})

try {
  const flags = parseFlags(process.argv.slice(2))
  if (flags.help) process.stdout.write(`${usage}\n`)
  else await start(flags)
} catch (error) {
  progress(error instanceof Error ? error.message : String(error))
  await exit(1)
}
