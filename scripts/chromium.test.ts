import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findChromium } from './chromium.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chromium-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function executable(name: string, exitCode: number): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`)
  chmodSync(path, 0o755)
  return path
}

test('default: the first one on the PATH that starts', () => {
  executable('chromium', 1)
  const works = executable('google-chrome', 0)
  expect(findChromium({ PATH: ['/nowhere', folder].join(delimiter) })).toBe(works)
})

test('parameters: CHROMIUM_PATH comes first', () => {
  executable('chromium', 0)
  const wanted = executable('mine', 0)
  expect(findChromium({ PATH: folder, CHROMIUM_PATH: wanted })).toBe(wanted)
})

test('behavior: a CHROMIUM_PATH that does not start is refused by name', () => {
  const broken = executable('broken', 3)
  expect(() => findChromium({ PATH: folder, CHROMIUM_PATH: broken })).toThrow(broken)
})
