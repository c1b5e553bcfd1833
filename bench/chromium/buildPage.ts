import { relative, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { benchFolder } from '../servers/dataset.ts'

const root = resolve(import.meta.dirname, 'page')

/** React has a file of its own, so that what is held against something else can be counted without it. */
const chunks = { groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }] }

/** Builds a page around one module as a host would, for production, and says in which folder it is. */
export async function buildPage(entry: string): Promise<string> {
  const outDir = resolve(
    benchFolder,
    'pages',
    relative(resolve(import.meta.dirname, '..'), entry).replaceAll(/\W/g, '-'),
  )
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react(), withEntry(relative(root, entry))],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      // AG Grid alone is larger than what Vite warns of.
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: { output: { codeSplitting: chunks } },
    },
  })
  return outDir
}

function withEntry(entry: string) {
  return {
    name: 'bench-entry',
    transformIndexHtml: { order: 'pre' as const, handler: (html: string) => html.replace('{{entry}}', entry) },
  }
}
