import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts'

// Each test starts a process, or two.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let gateway: TestGateway
let config: string
beforeAll(async () => {
  gateway = await startTestGateway()
  config = join(gateway.folder, 'lakefront.config.json')
  await writeFile(config, JSON.stringify(gateway.config))
})
afterAll(() => gateway.close())

function start(...args: string[]) {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'main.ts'), ...args])
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (said.err += text))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, ...said }))
  return { child, said, ended }
}

const question = 'What is the lifetime gross margin by account for the Cleveland territory?'

test('ask --json: one line on standard output, everything else on standard error', async () => {
  const { code, out, err } = await start('ask', question, '--config', config, '--json').ended
  expect([code, out.split('\n').length]).toEqual([0, 2])
  expect(JSON.parse(out)).toMatchObject({ status: 'answered', rowCount: 3, truncated: false })
  expect(JSON.parse(out).rows[0]).toContain('140.15')
  expect(err).toContain('CRM: ')
  expect(err).toContain('Estimate: ')
  expect(err).toContain('SELECT')
})

test('a configuration that stands outside of every project finds the gateway that reads it', async () => {
  const file = join(gateway.folder, 'outside.config.ts')
  const value = JSON.stringify(gateway.config)
  await writeFile(
    file,
    `import { defineConfig } from '@lakefront/gateway/config'\nexport default defineConfig(${value})`,
  )
  const { code, out, err } = await start('token', '--config', file).ended
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^ey/)
})

test('ask: a table at a gateway that listens, with a follow-up', async () => {
  const args = ['--url', gateway.served.url, '--token', await gateway.token(), '--then', 'only 2025']
  const { code, out } = await start('ask', question, ...args).ended
  expect(code).toBe(0)
  expect(out).toContain('Great Lakes Fastener & Supply        $40.05')
  expect(out).not.toContain('Account ID')
})

test('ask: exit code when it asks back', async () => {
  expect((await start('ask', 'gross margin by flurble', '--config', config).ended).code).toBe(3)
})

test('ask: exit code when a source is down', async () => {
  const file = join(gateway.folder, 'down.json')
  const lakehouse = { mcp: { url: 'http://localhost:9/mcp' }, dialect: 'duckdb' }
  const { sources } = gateway.config
  await writeFile(file, JSON.stringify({ ...gateway.config, sources: { ...sources, lakehouse } }))
  const { code, out } = await start('ask', question, '--config', file, '--json').ended
  expect([code, JSON.parse(out).status]).toEqual([4, 'unavailable'])
})

test('ask: nobody listens', async () => {
  const { code, err } = await start('ask', question, '--url', 'http://localhost:9/mcp').ended
  expect(code).toBe(1)
  expect(err).toMatch(/^The gateway at http:\/\/localhost:9\/mcp cannot be used: /)
})

test.each([
  ['without a token', [], 'it wants an access token'],
  ['with the token of another', ['--token', 'ey.another.one'], 'it does not know this access token'],
])('ask: a gateway that lets nobody in %s', async (_case, args, reason) => {
  const { code, err } = await start('ask', question, '--url', gateway.served.url, ...args).ended
  expect([code, err]).toEqual([
    1,
    expect.stringContaining(`The gateway at ${gateway.served.url} cannot be used: ${reason}. It may be another one`),
  ])
})

test('serve: prints its address, ends on SIGTERM', async () => {
  const { child, said, ended } = start('serve', '--config', config, '--port', '0')
  await expect.poll(() => said.out, { timeout: 20_000 }).toMatch(/^listening http:\/\/localhost:\d+\/mcp\n$/)
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
})

test('serve: a port in use is named', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const { code, err } = await start('serve', '--config', config, '--port', String(port)).ended
  other.close()
  expect(code).toBe(1)
  expect(err).toBe(`Port ${port} is in use by another program. Stop that, or choose another with --port.\n`)
})
