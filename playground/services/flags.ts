import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type PortName, type Ports, portFlags } from './ports.ts'

export type Flags = {
  ports: Partial<Ports>
  data?: string | undefined
  config?: string | undefined
  scale?: number | undefined
  help: boolean
}

export const usage = `Starts the demo: lakehouse, ERP, CRM, gateway and playground.

  --config <file>           a gateway configuration of your own
  --data <folder>           where generated data and state live (default .lakefront)
  --scale <number>          size of the generated data, 1 is two million order lines
  --gateway-port <port>     default 8787
  --playground-port <port>  default 5173
  --lakehouse-port <port>   default 8791
  --erp-port <port>         default 8792
  --crm-port <port>         default 8793

DATABASE_URL=postgres://…   uses that database as the CRM instead of the embedded one
DATABASE_READER_URL=…       the same database as a user who may only read, for the gateway
DATABASE_WRITER_URL=…       the same as a user who may write what is approved and no more`

const text = { type: 'string' } as const
const options = {
  config: text,
  data: text,
  scale: text,
  'gateway-port': text,
  'playground-port': text,
  'lakehouse-port': text,
  'erp-port': text,
  'crm-port': text,
  help: { type: 'boolean', short: 'h' },
} as const

/**
 * Reads the command line of the start command. Relative paths count from where it was typed.
 *
 * @throws TypeError with a message for people when a flag is unknown or its value is not what it must be.
 */
export function parseFlags(args: readonly string[], typedIn = process.env.INIT_CWD ?? process.cwd()): Flags {
  // npm and pnpm may pass the separating dashes on.
  const { values } = parseArgs({ args: args.filter((arg) => arg !== '--'), options })
  const path = (given: string | undefined) => (given === undefined ? undefined : resolve(typedIn, given))
  return {
    ports: readPorts(values),
    data: path(values.data),
    config: path(values.config),
    scale: values.scale === undefined ? undefined : readScale(values.scale),
    help: values.help ?? false,
  }
}

function readPorts(values: Record<string, unknown>): Partial<Ports> {
  const ports: Partial<Ports> = {}
  for (const [name, flag] of Object.entries(portFlags) as [PortName, string][]) {
    const given = values[flag.slice(2)]
    if (given !== undefined) ports[name] = readPort(flag, String(given))
  }
  return ports
}

function readPort(flag: string, given: string): number {
  const port = Number(given)
  if (/^\d+$/.test(given) && port <= 65_535) return port
  throw new TypeError(`${flag} must be a port from 0 to 65535, not "${given}".`)
}

function readScale(given: string): number {
  const scale = Number(given)
  if (scale > 0 && scale <= 10) return scale
  throw new TypeError(`--scale must be a number above 0 and up to 10, not "${given}".`)
}
