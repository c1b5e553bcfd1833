// `pnpm ask "<question>"`: the `lakefront ask` command, with the demo around it when nothing listens yet.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createToken } from '@lakefront/gateway'
import { runMain } from '../packages/gateway/src/cli/runMain.ts'
import { UsageError } from '../packages/gateway/src/cli/usage.ts'
import { readAddresses } from '../playground/services/addresses.ts'
import { readSecret } from '../playground/services/secret.ts'
import { demoConfig, startServices } from '../playground/services.ts'

// npm and pnpm may pass the separating dashes on.
const args = process.argv.slice(2).filter((arg) => arg !== '--')
const { values, tokens } = parseArgs({
  args,
  options: { config: { type: 'string' }, url: { type: 'string' } },
  strict: false,
  tokens: true,
})
const typedIn = process.env.INIT_CWD ?? process.cwd()
const config = typeof values.config === 'string' ? resolve(typedIn, values.config) : demoConfig

/** Beside whatever else runs on this machine. */
const anyPorts = { lakehouse: 0, erp: 0, crm: 0, gateway: 0, playground: 0 }

await runMain(async (runCommand) => {
  if (values.url !== undefined) return runCommand(['ask', ...args])
  const rest = ['ask', ...withoutConfig()]
  const { gateway, dataFolder } = readAddresses()
  if (config === demoConfig && (await isServing(gateway))) {
    return runCommand([...rest, '--url', gateway, '--token', await demoToken(dataFolder)])
  }
  const options = { config, data: dataFolder, gateway: false, ports: anyPorts, onProgress: tell }
  const services = await startServices(options).catch((error: Error) => {
    throw new UsageError(error.message)
  })
  try {
    return await runCommand([...rest, '--config', config])
  } finally {
    await services.stop()
  }
})

function tell(message: string): void {
  process.stderr.write(`${message}\n`)
}

function demoToken(dataFolder: string): Promise<string> {
  return createToken({ jwtSecret: readSecret(dataFolder), tenantId: 'erie', userId: 'terminal' })
}

function withoutConfig(): string[] {
  const token = tokens.find((candidate) => candidate.kind === 'option' && candidate.name === 'config')
  if (token?.kind !== 'option') return args
  const length = token.inlineValue ? 1 : 2
  return args.filter((_, index) => index < token.index || index >= token.index + length)
}

/** Whether a gateway answers there; a port that nobody listens on refuses at once. */
async function isServing(address: string): Promise<boolean> {
  const health = new URL('/health', address)
  return fetch(health, { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.ok,
    () => false,
  )
}
