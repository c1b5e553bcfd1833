import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from './runCommand.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-'))
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  [[], 'lakefront serve --config'],
  [['dance'], 'There is no command "dance".'],
  [['ask'], 'Expected one question in quotes.'],
  [['ask', 'one', 'two'], 'Expected one question in quotes.'],
  [['ask', 'one', '--jsno'], "Unknown option '--jsno'"],
  [['ask', 'one', '--config', 'a.ts', '--url', 'http://b'], 'Expected --config or --url, not both.'],
  [['ask', 'one', '--url', 'localhost'], '--url: expected an address, got "localhost".'],
  [['serve'], 'Expected --config <file>.'],
  [['token'], 'Expected --config <file>.'],
])('behavior: refuses %j', async (args, message) => {
  await expect(runCommand(args)).rejects.toThrow(message)
  await expect(runCommand(args)).rejects.toHaveProperty('name', 'UsageError')
})

test('behavior: a bad configuration is refused, every problem in a line', async () => {
  const file = join(folder, 'bad.json')
  await writeFile(file, JSON.stringify({ sources: { erp: { mcp: { url: 'foo' }, dialect: 'sql' } }, port: 1 }))
  await expect(runCommand(['serve', '--config', file])).rejects.toMatchObject({
    name: 'ConfigError',
    problems: [
      expect.stringMatching(/^sources\.erp\.dialect: expected one of duckdb, /),
      'sources.erp.mcp.url: expected a URL, got "foo"',
      'authentication: expected { jwtSecret } or { authenticate }; got nothing',
      expect.stringMatching(/^port: unknown key/),
    ],
  })
})
