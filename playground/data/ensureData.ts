import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lockFolder } from '../../packages/gateway/src/store/folderLock.ts'
import { generateErp } from './erp.ts'
import { generateLakehouse } from './lakehouse.ts'

/** Raised with every change of what is generated: data of another version are made anew, the CRM's too. */
const dataVersion = 2

export type EnsureDataOptions = {
  /** Where all data of the playground live. */
  folder: string
  /** 1 is about two million order lines and 5,000 accounts. */
  scale?: number
  /** Told what is being done. */
  onProgress?: (message: string) => void
}

const generationWaitMs = 120_000

/** Makes the lakehouse and the ERP's database where they are missing, each whole or not at all. The CRM seeds itself. */
export async function ensureData({ folder, scale = 1, onProgress = () => {} }: EnsureDataOptions): Promise<void> {
  const unlock = lockFolder(join(folder, 'data-lock'), { waitMs: generationWaitMs })
  try {
    const stamp = JSON.stringify({ version: dataVersion, scale })
    if ((await stampOf(folder)) === stamp) return onProgress('data are up to date')
    await discardOld(folder)
    await makeAll(folder, scale, onProgress)
    await writeFile(join(folder, 'stamp.json'), stamp)
  } finally {
    unlock()
  }
}

/** Scale of the data in a folder, so that what is made later fits to it. */
export async function scaleOf(folder: string): Promise<number> {
  const stamp = await stampOf(folder)
  return stamp === undefined ? 1 : (JSON.parse(stamp) as { scale: number }).scale
}

async function stampOf(folder: string): Promise<string | undefined> {
  return readFile(join(folder, 'stamp.json'), 'utf8').catch(() => undefined)
}

/** Keys of one version mean nothing in another, so nothing old may stay beside what is new. */
async function discardOld(folder: string): Promise<void> {
  lockFolder(join(folder, 'crm'))()
  for (const name of ['stamp.json', 'lakehouse', 'erp.sqlite', 'erp.sqlite-wal', 'erp.sqlite-shm', 'crm', 'making']) {
    await rm(join(folder, name), { recursive: true, force: true })
  }
}

async function makeAll(folder: string, scale: number, onProgress: (message: string) => void): Promise<void> {
  const making = join(folder, 'making')
  await mkdir(making, { recursive: true })
  onProgress('making the lakehouse: order lines since 2018')
  await generateLakehouse(join(making, 'lakehouse'), { scale })
  onProgress('making the ERP: orders of the last two years')
  await generateErp(join(making, 'erp.sqlite'), join(making, 'lakehouse'))
  for (const name of ['lakehouse', 'erp.sqlite']) await rename(join(making, name), join(folder, name))
  await rm(making, { recursive: true, force: true })
}
