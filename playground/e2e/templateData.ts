import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startCrm } from '../crm/embedded.ts'
import { ensureData } from '../data/ensureData.ts'

/** Small enough to be made in seconds; every odd case is in it. */
export const scale = 0.02

/** Makes the demo's data once for all files: each stack starts from a copy of its own. */
export default async function makeTemplate({ provide }: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'lakefront-e2e-data-'))
  await ensureData({ folder, scale })
  const crm = await startCrm({ port: 0, folder: join(folder, 'crm'), scale })
  await crm.close()
  provide('templateData', folder)
  return () => rm(folder, { recursive: true, force: true })
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the demo's data, as they are before anything has run. */
    templateData: string
  }
}
