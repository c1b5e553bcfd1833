import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** Each process that listens, and the flag that changes its port. */
export const portFlags = {
  gateway: '--gateway-port',
  playground: '--playground-port',
  lakehouse: '--lakehouse-port',
  erp: '--erp-port',
  crm: '--crm-port',
} as const

export type PortName = keyof typeof portFlags
export type Ports = Record<PortName, number>

/** Where everything listens unless a flag says otherwise. */
export const defaultPorts: Ports = { gateway: 8787, playground: 5173, lakehouse: 8791, erp: 8792, crm: 8793 }

/** Puts a free port in the place of each 0. */
export async function choosePorts(wanted: Partial<Ports> = {}): Promise<Ports> {
  const ports = { ...defaultPorts, ...wanted }
  for (const name of Object.keys(ports) as PortName[]) {
    if (ports[name] === 0) ports[name] = await listenOnce(0)
  }
  return ports
}

/**
 * Checks that the port of each named process is free.
 *
 * @throws Error that names the port in use, who needs it and the flag that changes it.
 */
export async function checkPorts(ports: Ports, names: readonly PortName[]): Promise<void> {
  for (const name of names) {
    await listenOnce(ports[name]).catch((error: NodeJS.ErrnoException) => {
      throw new Error(whyNot(name, ports[name], error), { cause: error })
    })
  }
}

async function listenOnce(port: number): Promise<number> {
  const server = createServer().listen(port)
  await once(server, 'listening')
  const chosen = (server.address() as AddressInfo).port
  await once(server.close(), 'close')
  return chosen
}

function whyNot(name: PortName, port: number, error: NodeJS.ErrnoException): string {
  const wayOut = `Give the ${name} another one with ${portFlags[name]} <port>.`
  if (error.code === 'EADDRINUSE') return `Port ${port} is in use, and the ${name} needs it. ${wayOut}`
  return `The ${name} cannot listen on port ${port} (${error.code ?? error.message}). ${wayOut}`
}
