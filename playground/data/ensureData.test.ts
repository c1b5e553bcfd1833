import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockFolder } from '../../packages/gateway/src/store/folderLock.ts'
import { ensureData, scaleOf } from './ensureData.ts'
import { makeFolder } from './testData.ts'

async function folderForTest(): Promise<string> {
  const { folder, remove } = await makeFolder()
  onTestFinished(remove)
  return folder
}

const madeAt = async (folder: string) => (await stat(join(folder, 'erp.sqlite'))).mtimeMs

test('default: made once', async () => {
  const folder = await folderForTest()
  await ensureData({ folder, scale: 0.002 })
  const first = await madeAt(folder)
  const said: string[] = []
  await ensureData({ folder, scale: 0.002, onProgress: (message) => said.push(message) })
  expect(await madeAt(folder)).toBe(first)
  expect(said).toEqual(['data are up to date'])
  expect(await scaleOf(folder)).toBe(0.002)
}, 60_000)

test('behavior: data of another scale or version are made anew, the CRM with them', async () => {
  const folder = await folderForTest()
  await ensureData({ folder, scale: 0.002 })
  await mkdir(join(folder, 'crm'), { recursive: true })
  await writeFile(join(folder, 'crm', 'old'), '')
  await ensureData({ folder, scale: 0.001 })
  expect(await scaleOf(folder)).toBe(0.001)
  await expect(stat(join(folder, 'crm', 'old'))).rejects.toThrow('ENOENT')
}, 60_000)

test('behavior: a run that was broken off does not count', async () => {
  const folder = await folderForTest()
  await mkdir(join(folder, 'making', 'lakehouse'), { recursive: true })
  await mkdir(join(folder, 'lakehouse'), { recursive: true })
  await ensureData({ folder, scale: 0.001 })
  expect((await stat(join(folder, 'lakehouse', 'products.parquet'))).size).toBeGreaterThan(1_000)
  await expect(stat(join(folder, 'making'))).rejects.toThrow('ENOENT')
}, 60_000)

test('behavior: a CRM that is running is not pulled from under its process', async () => {
  const folder = await folderForTest()
  onTestFinished(lockFolder(join(folder, 'crm')))
  await expect(ensureData({ folder, scale: 0.001 })).rejects.toThrow('is in use')
})
