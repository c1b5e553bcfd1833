import { createRequire } from 'node:module'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'
import { type Attempt, debianPackages, install } from './install.ts'

// The fonts let screenshots show accents and right-to-left scripts.
const packages = ['chromium', 'fonts-liberation', 'fonts-dejavu-core']

try {
  const path =
    findChromium() ??
    install({
      what: 'Chromium',
      find: findChromium,
      attempts: [debianPackages("Debian's chromium", packages), playwrightDownload()],
      advice: 'Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.',
    })
  console.error(`Chromium: ${path}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function playwrightDownload(): Attempt {
  const playwrightFolder = join(createRequire(import.meta.url).resolve('playwright/package.json'), '..')
  const commands = [[process.execPath, join(playwrightFolder, 'cli.js'), 'install', 'chromium']] as const
  return { name: "Playwright's download", commands }
}
