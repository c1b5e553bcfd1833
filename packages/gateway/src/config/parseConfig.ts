import { resolve } from 'node:path'
import { ConfigError } from './ConfigError.ts'
import { describeIssues } from './describeIssues.ts'
import { findBrokenReferences } from './findBrokenReferences.ts'
import { keysAt } from './keysAt.ts'
import { configSchema } from './schema/configSchema.ts'
import type { AuditConfig, LakefrontConfig, SourceConfig, StoreConfig } from './types.ts'

const defaultStateFolder = '.lakefront/state'

/**
 * Checks a configuration whole and makes its paths absolute.
 *
 * @param options.folder - What relative paths count from. Default: the working directory.
 * @param options.file - Named in the message.
 * @throws {ConfigError} that lists every problem found.
 */
export function parseConfig(
  value: unknown,
  { folder = process.cwd(), file }: { folder?: string | undefined; file?: string | undefined } = {},
): LakefrontConfig {
  const parsed = configSchema.safeParse(value, { reportInput: true })
  if (!parsed.success) {
    throw new ConfigError(
      describeIssues(parsed.error.issues, (path) => keysAt(configSchema, path)),
      { file },
    )
  }
  const config = parsed.data as LakefrontConfig
  const problems = findBrokenReferences(config)
  if (problems.length > 0) throw new ConfigError(problems, { file })
  return withAbsolutePaths(config, folder)
}

function withAbsolutePaths(config: LakefrontConfig, folder: string): LakefrontConfig {
  const sources = Object.entries(config.sources).map(([id, source]) => [id, withAbsoluteFolder(source, folder)])
  const views = config.views?.map((view) => ({ ...view, file: resolve(folder, view.file) }))
  const store = withAbsoluteStore(config, folder)
  const audit = config.audit && withAbsoluteAnchor(config.audit, folder)
  return {
    ...config,
    sources: Object.fromEntries(sources),
    ...(views && { views }),
    ...(store && { store }),
    ...(audit && { audit }),
  }
}

/** Whoever keeps something and does not say where keeps it in a folder. */
function withAbsoluteStore(config: LakefrontConfig, folder: string): StoreConfig | undefined {
  const { store, budgets, audit, writes, approvals } = config
  if (store && 'url' in store) return store
  return store || budgets || audit || writes || approvals
    ? { folder: resolve(folder, store?.folder ?? defaultStateFolder) }
    : undefined
}

function withAbsoluteAnchor(audit: AuditConfig, folder: string): AuditConfig {
  if (!audit.anchor || 'url' in audit.anchor) return audit
  return { ...audit, anchor: { file: resolve(folder, audit.anchor.file) } }
}

function withAbsoluteFolder(source: SourceConfig, folder: string): SourceConfig {
  if ('files' in source) return { ...source, files: { ...source.files, folder: resolve(folder, source.files.folder) } }
  if ('command' in source && isRelativeFile(source.command.command)) {
    return { ...source, command: { ...source.command, command: resolve(folder, source.command.command) } }
  }
  return source
}

/** `./serve.sh` is a file beside the configuration; `npx` is looked up on the PATH. */
function isRelativeFile(command: string): boolean {
  return command.startsWith('.')
}
