import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { createAuditKeys } from '../../audit/chain/auditKeys.ts'
import { createAuditLog } from '../../audit/chain/createAuditLog.ts'
import { openStore } from '../../store/openStore.ts'
import { copyEmptyDatabase } from '../../testing/emptyDatabase.ts'

const secret = 'a secret for tests that is long enough'

/** A configuration with a trail of three entries in a folder of its own. */
async function write() {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const config = join(folder, 'lakefront.config.json')
  const state = { folder: join(folder, 'state') }
  await copyEmptyDatabase(state.folder)
  const anchors = join(folder, 'anchors.jsonl')
  const audit = { secret, anchor: { file: anchors } }
  writeFileSync(config, JSON.stringify({ sources: {}, authentication: { jwtSecret: secret }, store: state, audit }))
  const store = await openStore(state)
  const log = createAuditLog({ store, keys: createAuditKeys(secret) })
  for (const callId of ['a', 'b', 'c']) {
    const caller = { userId: 'zoe', roles: [] }
    await log.append('erie', {
      kind: 'call-started',
      callId,
      tool: 'ask',
      caller,
      question: `question ${callId}`,
      inputs: {},
    })
  }
  const [head] = await store.query<{ signed: string }>('select signed from lakefront.audit_head')
  writeFileSync(anchors, `${head!.signed}\n`)
  await store.close()
  return { config, state }
}

async function run(...args: readonly string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'audit', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, complaints] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: child.exitCode, output, complaints }
}

test('default: says that the trail is whole, and when it is not, which link is the first broken one', async () => {
  const { config, state } = await write()
  expect(await run('verify', '--config', config)).toEqual({
    code: 0,
    output: 'erie: 3 entries, each as it was written.\n',
    complaints: '',
  })
  const store = await openStore(state)
  await store.query('alter table lakefront.audit_entry disable trigger user')
  await store.query(`update lakefront.audit_entry set entry = replace(entry, 'question b', 'question x')`)
  await store.close()
  expect(await run('verify', '--config', config)).toMatchObject({
    code: 1,
    output: 'erie: BROKEN at entry 2: its content does not match its hash.\n',
  })
}, 60_000)

test('behavior: exports line by line', async () => {
  const { config } = await write()
  const { output } = await run('export', '--config', config, '--tenant', 'erie')
  const entries = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(entries.map(({ sequence, question }) => [sequence, question])).toEqual([
    [1, 'question a'],
    [2, 'question b'],
    [3, 'question c'],
  ])
  const events = await run('export', '--config', config, '--tenant', 'erie', '--format', 'openlineage')
  expect(JSON.parse(events.output.split('\n')[0]!)).toMatchObject({ eventType: 'START', run: { runId: 'a' } })
}, 60_000)

test('behavior: prints the key to verify with, and says what is wrong with a command', async () => {
  const { config } = await write()
  expect((await run('key', '--config', config)).output).toContain('BEGIN PUBLIC KEY')
  expect(await run('verify')).toMatchObject({ code: 1, complaints: 'Expected --config <file>.\n' })
  expect((await run('export', '--config', config)).complaints).toContain('--tenant')
  expect((await run('verify', '--config', config, '--anchors', '/nowhere')).complaints).toBe(
    'The anchors at /nowhere cannot be read.\n',
  )
}, 60_000)
