import { checkPorts, type PortName, type Ports, portFlags } from '../services/ports.ts'

/** Below the ports that systems give out by themselves, so that none is taken while its process is down. */
const firstPort = 20_000
const portsPerWorker = 1_000

let next = Math.floor(Math.random() * portsPerWorker)

/** A free port for each process, from a range that belongs to this worker alone: two files may start side by side. */
export async function freePorts(): Promise<Ports> {
  const names = Object.keys(portFlags) as PortName[]
  const ports = {} as Ports
  for (const name of names) ports[name] = await freePort(name)
  return ports
}

async function freePort(name: PortName): Promise<number> {
  for (let tries = 0; tries < portsPerWorker; tries += 1) {
    const worker = Number(process.env.VITEST_POOL_ID ?? 0)
    const port = firstPort + worker * portsPerWorker + (next++ % portsPerWorker)
    const isFree = await checkPorts({ [name]: port } as Ports, [name]).then(
      () => true,
      () => false,
    )
    if (isFree) return port
  }
  throw new Error('This machine has no free port.')
}
