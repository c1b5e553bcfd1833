import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createClient } from '@lakefront/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toEnvironment } from '../services/addresses.ts'
import { pretendUsers, signToken } from '../services/session.ts'
import { type Stack, startStack } from './stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.stop())

const repository = join(import.meta.dirname, '../..')

/** The command that the demo's trail is verified and exported with. */
async function audit(...args: readonly string[]) {
  const main = join(repository, 'packages/gateway/src/cli/main.ts')
  const config = join(repository, 'playground/lakefront.config.ts')
  const child = spawn(process.execPath, [main, 'audit', ...args, '--config', config], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...toEnvironment(stack.services.addresses) },
  })
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return { code: child.exitCode, output }
}

test('default: what was asked is on a record that holds, across a gateway that was killed, and no row of it', async () => {
  const client = createClient({
    gatewayUrl: stack.services.addresses.gateway,
    getAccessToken: () => signToken(pretendUsers[0]!, stack.services.signingKey!),
  })
  const question = 'What is the lifetime gross margin by account for the Cleveland territory?'
  const { status, result } = await client.ask({ question })
  expect(status).toBe('answered')
  await stack.services.stopService('gateway', 'SIGKILL')
  await stack.services.startService('gateway')
  await client.callTool('search_records', { entity: 'account', query: 'bolt', limit: 5 })
  await client.close()
  await stack.services.stopService('gateway')

  const tenant = pretendUsers[0]!.tenant
  expect(await audit('verify')).toEqual({ code: 0, output: `${tenant}: 4 entries, each as it was written.\n` })

  const { output } = await audit('export', '--tenant', tenant)
  const entries = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(entries.map(({ tool, kind }) => `${tool} ${kind}`)).toEqual([
    'ask call-started',
    'ask call-ended',
    'search_records call-started',
    'search_records call-ended',
  ])
  expect(entries[0].question).toBe(question)
  expect(entries[1]).toMatchObject({
    status: 'answered',
    rowsShown: result!.rows.length,
    verdicts: { guard: 'allowed' },
  })
  expect(entries[1].statements.map(({ source }: { source: string }) => source)).toEqual(
    expect.arrayContaining(['crm', 'lakehouse']),
  )
  const names = result!.columns.flatMap(({ type }, index) => (type === 'text' ? [index] : []))
  const shown = result!.rows.flatMap((row) => names.map((index) => String(row[index])))
  expect(shown.length).toBeGreaterThan(40)
  for (const name of shown) expect(output).not.toContain(name)
})
