import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// What npm would receive is checked, not the folder: packing replaces the workspace's exports by publishConfig's.
const tarballs = mkdtempSync(join(tmpdir(), 'lakefront-packages-'))
const styleEntries = ['styles.css', 'styles.layer.css']

try {
  if (!run('pnpm', ['--filter', './packages/*', 'pack', '--pack-destination', tarballs]))
    throw new Error('The packages could not be packed.')
  const failed = readdirSync(tarballs).filter((tarball) => !passes(join(tarballs, tarball)))
  if (failed.length > 0) throw new Error(`Not fit to publish: ${failed.join(', ')}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(tarballs, { recursive: true })
}

function passes(tarball: string): boolean {
  const publint = ['run', tarball, '--strict']
  const attw = [tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...styleEntries, '--format', 'table-flipped']
  return run('publint', publint) && run('attw', attw)
}

function run(command: string, args: readonly string[]): boolean {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status === 0) return true
  console.error(`${command} ${args.join(' ')}\n${error?.message ?? ''}${stdout}${stderr}`)
  return false
}
