import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { checkPorts, type PortName, type Ports, portFlags } from '../services/ports.ts'
import { freePorts } from './freePorts.ts'

const script = resolve(import.meta.dirname, '../start.ts')
const data = mkdtempSync(join(tmpdir(), 'lakefront-start-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const names = Object.keys(portFlags) as PortName[]

function start(ports: Ports) {
  const flags = names.flatMap((name) => [portFlags[name], String(ports[name])])
  const child = spawn(process.execPath, [script, '--data', data, '--scale', '0.02', ...flags])
  children.push(child)
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text
  })
  return { child, said }
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  const ended = once(child, 'close')
  child.kill(signal)
  return (await ended) as [code: number | null, signal: string | null]
}

test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'behavior: starts everything, prints the addresses, and leaves nothing behind after %s',
  async (signal) => {
    const ports = await freePorts()
    const { child, said } = start(ports)
    await vi.waitFor(() => expect(said.out, said.err).toContain('Ctrl-C stops everything'), {
      timeout: 120_000,
      interval: 200,
    })
    expect(said.out).toContain(`http://localhost:${ports.gateway}/mcp`)
    expect(said.out).toContain(`http://localhost:${ports.playground}`)
    expect((await fetch(`http://localhost:${ports.playground}/`)).status).toBe(200)
    const health = await (await fetch(`http://localhost:${ports.gateway}/health`)).json()
    expect(health).toMatchObject({
      sources: { lakehouse: { status: 'available' }, erp: { status: 'available' }, crm: { status: 'available' } },
    })

    const [code] = await end(child, signal)
    if (signal !== 'SIGKILL') expect(code).toBe(0)
    // Every port is free again, so every process is gone.
    await vi.waitFor(() => checkPorts(ports, names), { timeout: 15_000, interval: 200 })
  },
)

test('behavior: a port in use is named, with the flag that changes it', async () => {
  const other = createServer().listen(0)
  await once(other, 'listening')
  const ports = { ...(await freePorts()), erp: (other.address() as { port: number }).port }
  const { child, said } = start(ports)
  const [code] = await once(child, 'close')
  other.close()
  expect(code).toBe(1)
  expect(said.err).toContain(`Port ${ports.erp} is in use, and the erp needs it.`)
  expect(said.err).toContain('--erp-port')
})
