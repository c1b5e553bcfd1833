import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** One way to get a program on this machine. */
export interface Attempt {
  name: string
  /** Why this way is not open on this machine. */
  blockedBy?: string
  commands: readonly (readonly [command: string, ...args: string[]])[]
}

export interface Installation {
  /** What is installed, such as `Chromium`. */
  what: string
  /** Answers where it is, once it is there. */
  find: () => string | undefined
  attempts: readonly Attempt[]
  /** What a person can do when all of it fails. */
  advice: string
}

/**
 * Tries one way after the other until the program is there; what is happening goes to standard error.
 *
 * @throws when none works, with what each of them came to.
 */
export function install({ what, find, attempts, advice }: Installation): string {
  const failures: string[] = []
  for (const attempt of attempts) {
    const failure = attempt.blockedBy ?? run(what, attempt)
    const path = failure ? undefined : find()
    if (path) return path
    failures.push(`  - ${attempt.name}: ${failure ?? `went through, but no ${what} that starts was found after it`}`)
  }
  throw new Error(
    [
      `No ${what} for the tests. What was tried:`,
      '  - an installed one: none on the PATH or in the usual places',
      ...failures,
      advice,
    ].join('\n'),
  )
}

/** Runs the commands in turn; returns why it failed, if it did. Their output goes to standard error, as progress. */
function run(what: string, { name, commands }: Attempt): string | undefined {
  console.error(`No ${what} yet, trying: ${name}`)
  for (const [command, ...args] of commands) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env })
    if (status !== 0) return `\`${[command, ...args].join(' ')}\` failed (${error?.message ?? `exit code ${status}`})`
  }
  return undefined
}

/** Packages of Debian, for which one has to be root. */
export function debianPackages(name: string, packages: readonly string[]): Attempt {
  const commands = [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages],
  ] as const
  if (!isDebian()) return { name, commands, blockedBy: 'this is not Debian' }
  if (process.getuid?.() !== 0) return { name, commands, blockedBy: 'needs root' }
  return { name, commands }
}

// Ubuntu's chromium package installs nothing but a pointer to a snap, so only Debian itself counts.
function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
