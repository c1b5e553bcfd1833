import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test, vi } from 'vitest'
import { startServiceProcess } from './serviceProcess.ts'

const folder = mkdtempSync(join(tmpdir(), 'services-'))
afterAll(() => rmSync(folder, { recursive: true }))

function script(name: string, source: string): string {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, source)
  return file
}

const listening = `
  import { createServer } from 'node:http'
  const server = createServer().listen(0, () => console.log('listening http://localhost:' + server.address().port + '/mcp'))`

const withGrandchild = `${listening}
  import { spawn } from 'node:child_process'
  const grandchild = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  server.on('request', (_, response) => response.end(String(grandchild.pid)))`

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const waitUntilGone = (pid: number) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 })

test('behavior: a script gets what its first line asks for', async () => {
  const source = `#!/usr/bin/env -S SHELLS=2 TIDES=4 node --initial-old-space-size=64
${listening}
  server.on('request', (_, response) => response.end([process.execArgv[0], process.env.SHELLS, process.env.TIDES].join()))`
  const service = await startServiceProcess({ name: 'asking', script: script('asking', source), args: [] })
  expect(await (await fetch(service.address)).text()).toBe('--initial-old-space-size=64,2,4')
  await service.stop()
})

test('default', async () => {
  const service = await startServiceProcess({ name: 'lakehouse', script: script('plain', listening), args: [] })
  expect(service.address).toMatch(/^http:\/\/localhost:\d+\/mcp$/)
  await service.stop()
  await waitUntilGone(service.pid)
})

test('behavior: stops one that does not care about SIGTERM', { timeout: 15_000 }, async () => {
  const stubborn = script('stubborn', `process.on('SIGTERM', () => {})\n${listening}`)
  const service = await startServiceProcess({ name: 'lakehouse', script: stubborn, args: [] })
  await service.stop()
  await waitUntilGone(service.pid)
})

test('behavior: names the one that failed, with its last lines', async () => {
  const broken = script('broken', `console.error('no such folder: /lake'); process.exit(3)`)
  const starting = startServiceProcess({ name: 'lakehouse', script: broken, args: [] })
  await expect(starting).rejects.toThrow('The lakehouse ended (code 3). Its last lines:\n  no such folder: /lake')
})

test('behavior: gives up on one that never answers', async () => {
  const silent = script('silent', 'setInterval(() => {}, 1000)')
  const starting = startServiceProcess({ name: 'erp', script: silent, args: [], startTimeoutMs: 300 })
  await expect(starting).rejects.toThrow('The erp did not answer within 0.3 s.')
})

test('behavior: tells when one ends by itself', async () => {
  const onUnexpectedEnd = vi.fn()
  const service = await startServiceProcess({
    name: 'erp',
    script: script('fleeting', listening),
    args: [],
    onUnexpectedEnd,
  })
  process.kill(service.pid, 'SIGKILL')
  await vi.waitFor(() => expect(onUnexpectedEnd).toHaveBeenCalledOnce())
  expect(onUnexpectedEnd.mock.calls[0]?.[0]).toContain('The erp ended (SIGKILL).')
})

test.each(['SIGKILL', 'SIGTERM'] as const)('behavior: leaves no orphan when the parent dies of %s', async (signal) => {
  const child = script('family', withGrandchild)
  const parentSource = `
    import { startServiceProcess } from ${JSON.stringify(new URL('./serviceProcess.ts', import.meta.url).href)}
    const service = await startServiceProcess({ name: 'family', script: ${JSON.stringify(child)}, args: [] })
    console.log(service.pid, await (await fetch(service.address)).text())`
  const parent = spawn(process.execPath, [script('parent', parentSource)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: parent.stdout }), 'line')
  const pids = String(line).split(' ').map(Number)
  expect(pids.map(isAlive)).toEqual([true, true])
  parent.kill(signal)
  await Promise.all(pids.map(waitUntilGone))
})
