import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { readSecret } from './secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'secret-'))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('default', () => {
  const secret = readSecret(folder)
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(readSecret(folder)).toBe(secret)
  expect(statSync(join(folder, 'jwt-secret')).mode & 0o777).toBe(0o600)
})

test('behavior: the environment comes first and writes nothing', () => {
  vi.stubEnv('LAKEFRONT_JWT_SECRET', 'from the environment')
  expect(readSecret(folder)).toBe('from the environment')
  expect(() => statSync(folder)).toThrow('ENOENT')
})
