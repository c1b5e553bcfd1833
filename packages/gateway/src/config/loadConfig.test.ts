import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConfig } from './loadConfig.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'config-'))
})
afterAll(() => rm(folder, { recursive: true }))

const config = {
  sources: { shop: { files: { folder: './csv', nullText: 'NULL' } } },
  authentication: { jwtSecret: 'a secret that is long enough for HS256' },
}

async function write(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

test.each([
  ['own.ts', `const config: object = ${JSON.stringify(config)}\nexport default config`],
  ['own.mjs', `export default ${JSON.stringify(config)}`],
  ['own.json', JSON.stringify(config)],
])('default: %s', async (name, text) => {
  const { sources } = await loadConfig(await write(name, text))
  expect(sources.shop).toEqual({ files: { folder: join(folder, 'csv'), nullText: 'NULL' } })
})

test.each([
  ['broken.json', '{"sources": ', 'broken.json has a problem:\n  cannot be read: '],
  ['empty.mjs', 'export const config = {}', 'empty.mjs has a problem:\n  cannot be read: it has no default export'],
])('behavior: refuses %s and names the file', async (name, text, message) => {
  await expect(loadConfig(await write(name, text))).rejects.toThrow(message)
})

test('behavior: a file that is not there', async () => {
  await expect(loadConfig(join(folder, 'nowhere.ts'))).rejects.toThrow(
    'nowhere.ts has a problem:\n  there is no such file',
  )
})
