import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ConfigError } from './ConfigError.ts'
import { parseConfig } from './parseConfig.ts'
import type { LakefrontConfig } from './types.ts'

/**
 * Reads and checks a configuration file: `.ts`, `.mts`, `.js`, `.mjs` with a default export, or `.json`.
 *
 * @throws {ConfigError} that lists every problem found.
 */
export async function loadConfig(file: string): Promise<LakefrontConfig> {
  const path = resolve(file)
  if (!existsSync(path)) throw new ConfigError(['there is no such file'], { file: path })
  const value = await read(path)
  return parseConfig(value, { folder: dirname(path), file: path })
}

async function read(path: string): Promise<unknown> {
  try {
    if (extname(path) === '.json') return JSON.parse(await readFile(path, 'utf8'))
    const module: { default?: unknown } = await import(pathToFileURL(path).href)
    return module.default
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ConfigError([`cannot be read: ${why}`], { file: path })
  }
}
