import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const cache = resolve(import.meta.dirname, '../node_modules/.cache/lakefront')

/** A Postgres server of a test's own, on a socket in a temporary folder. */
export interface RunningPostgres {
  url: string
  /** Ends the server and removes its data. */
  stop: () => Promise<void>
}

/**
 * Finds the folder of Postgres's programs: `POSTGRES_BIN`, the `PATH`, the usual places; the newest first.
 *
 * @throws When `POSTGRES_BIN` names a folder without them: a wish is not silently replaced.
 */
export function findPostgres(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const wanted = env.POSTGRES_BIN
  if (wanted) {
    if (holdsPostgres(wanted)) return wanted
    throw new Error(`POSTGRES_BIN is ${wanted}, where initdb and postgres do not start.`)
  }
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...onPath, ...usualPlaces()].find(holdsPostgres)
}

/** Starts an empty server. */
export async function startPostgres(): Promise<RunningPostgres> {
  const programs = findPostgres()
  if (!programs) throw new Error('There is no Postgres on this machine: run `node scripts/installPostgres.ts` first.')
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const server = await start(programs, folder)
    const stop = async () => {
      const ended = once(server, 'exit')
      if (server.exitCode === null && server.kill('SIGINT')) await ended
      remove()
    }
    return { url: `postgres://postgres@${encodeURIComponent(folder)}/postgres`, stop }
  } catch (error) {
    remove()
    throw error
  }
}

async function start(programs: string, folder: string) {
  const identity = ordinaryUser()
  if (identity) chownSync(folder, identity.uid, identity.gid)
  const data = join(folder, 'data')
  makeCluster(programs, data, identity)
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off', 'max_connections=100']
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
    ...identity,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  process.once('exit', () => server.kill('SIGQUIT'))
  const said: string[] = []
  for await (const line of createInterface(server.stderr)) {
    said.push(line)
    if (!line.includes('database system is ready')) continue
    server.stderr.resume()
    return server
  }
  throw new Error(`Postgres did not start:\n${said.join('\n')}`)
}

/** Making an empty cluster takes a second, copying one a moment. So each version makes one once, for all test runs. */
function makeCluster(programs: string, data: string, identity: Identity | undefined): void {
  const initdb = join(programs, 'initdb')
  const version = execFileSync(initdb, ['--version'], { encoding: 'utf8' }).replace(/[^\w.]+/g, '-')
  const template = join(cache, `${version}${identity?.uid ?? ''}`)
  if (existsSync(template)) {
    copy(template, data)
  } else {
    const wishes = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
    execFileSync(initdb, ['-D', data, ...wishes], {
      ...identity,
      cwd: dirname(data),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    keepAs(template, data)
  }
}

/** Whole or not at all: others may look for it meanwhile. */
function keepAs(template: string, data: string): void {
  mkdirSync(cache, { recursive: true })
  const unfinished = mkdtempSync(join(cache, 'unfinished-'))
  copy(data, join(unfinished, 'cluster'))
  try {
    renameSync(join(unfinished, 'cluster'), template)
  } catch {
    // Another worker was quicker.
  }
  rmSync(unfinished, { recursive: true })
}

/** With owners and rights: Postgres opens only what is its own. */
function copy(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to])
}

type Identity = { uid: number; gid: number }

/** Postgres refuses to run as root; Debian's package comes with a user of its own for it. */
function ordinaryUser(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

function usualPlaces(): string[] {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return [...versions.map((version) => join(debian, version, 'bin')), '/opt/homebrew/opt/postgresql/bin']
}

function holdsPostgres(folder: string): boolean {
  return ['initdb', 'postgres'].every((program) => {
    const path = join(folder, program)
    return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  })
}
