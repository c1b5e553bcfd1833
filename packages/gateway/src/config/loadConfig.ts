import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { registerHooks } from 'node:module'
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

/** A file that stands outside of every project, where `@lakefront/gateway` is not installed, means the gateway that reads it. */
const findOwnPackage = () =>
  // Node before 22.15 has no such hooks.
  registerHooks?.({
    resolve(specifier, context, next) {
      try {
        return next(specifier, context)
      } catch (error) {
        if (!/^@lakefront\/gateway(\/|$)/.test(specifier)) throw error
        return next(specifier, { ...context, parentURL: import.meta.url })
      }
    },
  })

async function importDefault(url: string): Promise<unknown> {
  const hooks = findOwnPackage()
  try {
    const module: { default?: unknown } = await import(url)
    if (!('default' in module))
      throw new Error('it has no default export; end it with `export default defineConfig({…})`')
    return module.default
  } finally {
    hooks?.deregister()
  }
}

async function read(path: string): Promise<unknown> {
  try {
    if (extname(path) === '.json') return JSON.parse(await readFile(path, 'utf8'))
    return await importDefault(pathToFileURL(path).href)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ConfigError([`cannot be read: ${why}`], { file: path })
  }
}
