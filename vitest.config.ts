import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumLaunchOptions } from './scripts/chromium.ts'

// Every process that a test starts reads the same sources: what one has compiled, the next does not compile again.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/lakefront/compiled', import.meta.url))

const browserTests = ['packages/{client,react,ui}/**/*.test.tsx', 'packages/**/*.browser.test.ts']
const endToEndTests = ['playground/e2e/**/*.test.ts']

const launchOptions = chromiumLaunchOptions()

// Made anew for each project: Vitest writes the project's name into it.
const inChromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  // Nothing moves by itself: drawing spinners takes a processor from what the test waits for.
  provider: playwright({ launchOptions, contextOptions: { reducedMotion: 'reduce' } }),
  instances: [{ browser: 'chromium' as const }],
})

// Every source file is scanned for dependencies at the start: one that Vite meets later reloads the page under a test.
const optimizeDeps = {
  entries: ['packages/{client,react,ui,testing}/src/**/*.{ts,tsx}', 'stories/**/*.tsx'],
  include: ['vitest-browser-react', 'react/jsx-dev-runtime'],
}

// The oldest React that the kit promises to run on, for every import of React, also those of dependencies.
const reactFloor = ['react', 'react-dom'].map((name) => ({
  find: new RegExp(`^${name}(?=/|$)`),
  replacement: fileURLToPath(import.meta.resolve(`${name}-18/package.json`)).replace(/.package\.json$/, ''),
}))

// The projects run one after another, the quickest answers first: side by side, two cores are too few for the timing of
// any of them.
export default defineConfig({
  test: {
    // Vitest leaves one core free, which is half of two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{packages,playground,scripts,bench}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', ...browserTests, ...endToEndTests],
          sequence: { groupOrder: 1 },
          testTimeout: 15_000,
          // A busy machine takes its time to start a server or a database.
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        optimizeDeps,
        test: { name: 'browser', include: browserTests, sequence: { groupOrder: 2 }, browser: inChromium() },
      },
      {
        plugins: [react()],
        optimizeDeps,
        resolve: { alias: reactFloor },
        test: {
          name: 'react-18',
          include: browserTests.filter((path) => path.endsWith('.tsx')),
          sequence: { groupOrder: 3 },
          browser: inChromium(),
        },
      },
      {
        plugins: [storybookTest()],
        optimizeDeps,
        // Each story plays a whole gateway in the page, which takes its time on a busy machine.
        test: { name: 'storybook', sequence: { groupOrder: 4 }, browser: inChromium(), testTimeout: 60_000 },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: endToEndTests,
          globalSetup: ['playground/e2e/templateData.ts'],
          // These start the whole system, and mostly wait for it: two files at a time.
          maxWorkers: 2,
          sequence: { groupOrder: 5 },
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
