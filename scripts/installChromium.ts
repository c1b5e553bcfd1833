import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'

interface Attempt {
  name: string
  /** Why this way is not open on this machine. */
  blockedBy?: string
  commands: readonly (readonly [command: string, ...args: string[]])[]
}

try {
  const path = findChromium() ?? install([debianPackage(), playwrightDownload()])
  console.error(`Chromium: ${path}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function install(attempts: readonly Attempt[]): string {
  const failures: string[] = []
  for (const attempt of attempts) {
    const failure = attempt.blockedBy ?? run(attempt)
    const path = failure ? undefined : findChromium()
    if (path) return path
    failures.push(`  - ${attempt.name}: ${failure ?? 'went through, but no Chromium that starts was found after it'}`)
  }
  throw new Error(
    [
      'No Chromium for the browser tests. What was tried:',
      '  - an installed one: none on the PATH or in the usual places',
      ...failures,
      'Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.',
    ].join('\n'),
  )
}

/** Runs the commands in turn; returns why it failed, if it did. Their output goes to standard error, as progress. */
function run({ name, commands }: Attempt): string | undefined {
  console.error(`No Chromium yet, trying: ${name}`)
  for (const [command, ...args] of commands) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env })
    if (status !== 0) return `\`${[command, ...args].join(' ')}\` failed (${error?.message ?? `exit code ${status}`})`
  }
  return undefined
}

function debianPackage(): Attempt {
  const name = "Debian's chromium"
  const commands = [
    ['apt-get', 'update', '-qq'],
    // The fonts let screenshots show accents and right-to-left scripts.
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation', 'fonts-dejavu-core'],
  ] as const
  if (!isDebian()) return { name, commands, blockedBy: 'this is not Debian' }
  if (process.getuid?.() !== 0) return { name, commands, blockedBy: 'needs root' }
  return { name, commands }
}

function playwrightDownload(): Attempt {
  const playwrightFolder = join(createRequire(import.meta.url).resolve('playwright/package.json'), '..')
  const commands = [[process.execPath, join(playwrightFolder, 'cli.js'), 'install', 'chromium']] as const
  return { name: "Playwright's download", commands }
}

// Ubuntu's chromium package installs nothing but a pointer to a snap, so only Debian itself counts.
function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
