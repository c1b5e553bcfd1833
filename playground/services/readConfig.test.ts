import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { demoConfig } from '../services.ts'
import { addressesFor } from './addresses.ts'
import { defaultPorts } from './ports.ts'
import { readConfig } from './readConfig.ts'
import { readSecret } from './secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const addresses = addressesFor({ ...defaultPorts, erp: 9_999 }, folder)

function configFile(name: string, source: string): string {
  const file = join(folder, name)
  writeFileSync(file, source)
  return file
}

test('default', async () => {
  expect(await readConfig(demoConfig, addresses)).toEqual({
    demoServices: ['lakehouse', 'erp', 'crm'],
    signingKey: { jwtSecret: readSecret(folder) },
  })
})

test.each([
  ['own.mjs', `export default { sources: { shop: { files: { folder: './csv' } } } }`, []],
  ['mixed.mjs', 'export default { sources: { erp: { mcp: { url: process.env.LAKEFRONT_ERP_URL } } } }', ['erp']],
  ['mixed.json', '{"sources": {"erp": {"mcp": {"url": "http://localhost:9999/mcp"}}}}', ['erp']],
  ['broken.mjs', 'export default {', []],
  ['empty.mjs', 'export default undefined', []],
])('behavior: %s', async (name, source, demoServices) => {
  expect(await readConfig(configFile(name, source), addresses)).toEqual({ demoServices, signingKey: undefined })
})

test('behavior: finds the key that a configuration of somebody’s own checks tokens with', async () => {
  const source = `export default { sources: {}, authentication: { jwtSecret: 'theirs', issuer: 'crm' } }`
  const { signingKey } = await readConfig(configFile('signed.mjs', source), addresses)
  expect(signingKey).toEqual({ jwtSecret: 'theirs', issuer: 'crm' })
})
