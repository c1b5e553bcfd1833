import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** What Chromium needs to run as root in a container, and to ask nothing of the network by itself. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Finds an installed Chromium that starts: `CHROMIUM_PATH`, the `PATH`, the usual places, Playwright's own download.
 *
 * @returns The path of the executable, or undefined when there is none.
 * @throws When `CHROMIUM_PATH` names something that does not start: a wish is not silently replaced.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const wanted = env.CHROMIUM_PATH
  if (wanted) {
    if (starts(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH is ${wanted}, which does not start as a browser.`)
  }
  const folders = (env.PATH ?? '').split(delimiter)
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)))
  return [...onPath, ...usualPlaces, chromium.executablePath()].find(starts)
}

/** Launch options for Playwright on the Chromium of this machine; without one, Playwright says what is missing. */
export function chromiumLaunchOptions(): { executablePath?: string; args: string[] } {
  const executablePath = findChromium()
  return { ...(executablePath && { executablePath }), args: chromiumArguments }
}

// A distribution may ship a stub of that name which only points at another package: ask for the version.
// Windows' Chrome opens a window when asked, so there the file is enough.
function starts(path: string): boolean {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
