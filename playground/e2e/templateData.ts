import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { optimizeDeps, resolveConfig } from 'vite'
import type { TestProject } from 'vitest/node'
import { startServices } from '../services.ts'
import { buildPage } from './builtPage.ts'
import { freePorts } from './freePorts.ts'

/** Small enough to be made in seconds; every odd case is in it. */
export const scale = 0.02

/**
 * Makes once what every stack starts from: the demo's data with the gateway's empty state, of which each stack has a copy
 * of its own, the page as it is shipped, and its bundled dependencies, which two servers must not make at the same time.
 */
export default async function makeTemplate({ provide }: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'lakefront-e2e-template-'))
  const [data, page] = [join(folder, 'data'), join(folder, 'page')]
  await Promise.all([makeData(data), makePages(page)])
  provide('templateData', data)
  provide('builtPage', page)
  return () => rm(folder, { recursive: true, force: true })
}

async function makeData(data: string): Promise<void> {
  const services = await startServices({ data, scale, ports: await freePorts() })
  await services.stop()
}

async function makePages(page: string): Promise<void> {
  await buildPage(page)
  const served = await resolveConfig({ configFile: join(import.meta.dirname, '../vite.config.ts') }, 'serve')
  await optimizeDeps(served, false, true)
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the demo's data, as they are before anything has run. */
    templateData: string
    /** Folder of the demo's page, as it is shipped. */
    builtPage: string
  }
}
