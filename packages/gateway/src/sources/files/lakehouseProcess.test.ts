import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createLakehouseProcess, type LakehouseProcess } from './lakehouseProcess.ts'

let lakehouse: LakehouseProcess
afterEach(() => lakehouse.close())

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('behavior: one process for all who ask, a new one after it died, none after closing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lakefront-process-'))
  writeFileSync(join(folder, 'a.csv'), 'id\n1\n')
  lakehouse = createLakehouseProcess({ id: 'files', title: 'Files' }, { folder })
  const [first, second] = await Promise.all([lakehouse.url(), lakehouse.url()])
  expect(second).toBe(first)

  const firstPid = (await lakehouse.pid())!
  process.kill(firstPid, 'SIGKILL')
  await expect.poll(() => lakehouse.pid()).toBeUndefined()
  expect((await fetch(new URL('/health', await lakehouse.url()))).status).toBe(200)

  const secondPid = (await lakehouse.pid())!
  await lakehouse.close()
  expect(isRunning(secondPid)).toBe(false)
  await expect(lakehouse.url()).rejects.toMatchObject({ code: 'source-unavailable' })
})
