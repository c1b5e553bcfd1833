import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

// What npm would receive is checked, not the folder: packing replaces the workspace's exports by publishConfig's.
const tarballs = mkdtempSync(join(tmpdir(), 'lakefront-packages-'))
const styleEntries = ['styles.css', 'styles.layer.css']

try {
  if (!run('pnpm', ['--filter', './packages/*', 'pack', '--pack-destination', tarballs]))
    throw new Error('The packages could not be packed.')
  const failed = readdirSync(tarballs).filter((tarball) => !passes(join(tarballs, tarball)))
  const strays = globSync('packages/*/package.json').flatMap(undeclaredInTypes)
  if (strays.length > 0) throw new Error(`Types lead to packages that are not declared:\n${strays.join('\n')}`)
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

/** Packages that the built declarations name and the manifest does not: TypeScript writes out what has no name. */
function undeclaredInTypes(manifest: string): string[] {
  const { name, dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'))
  const declared = new Set([name, 'node', ...Object.keys({ ...dependencies, ...peerDependencies })])
  return globSync(join(dirname(manifest), 'dist/**/*.d.ts')).flatMap((file) => {
    const named = readFileSync(file, 'utf8').matchAll(/(?:from |import\()["']((?:@[^/"']+\/)?[^./"'][^/"':]*)/g)
    const strays = [...named].map(([, specifier]) => specifier!).filter((specifier) => !declared.has(specifier))
    return [...new Set(strays)].map((stray) => `${file}: ${stray}`)
  })
}
