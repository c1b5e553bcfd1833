import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The arrows of the architecture: what each package may import of the others. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  client: ['contract'],
  react: ['contract', 'client'],
  ui: ['react'],
  gateway: ['contract'],
  testing: ['contract', 'client'],
}

/** What the browser's packages must not touch: they run where there is no Node, and below `react` no React either. */
const forbidden: Readonly<Record<string, RegExp>> = {
  contract: /^(node:|react(-dom)?(\/|$))/,
  client: /^(node:|react(-dom)?(\/|$))/,
  react: /^node:/,
  ui: /^node:/,
}

const root = import.meta.dirname
const packages = globSync('*/package.json', { cwd: root }).map((path) => path.replace(/.package\.json$/, ''))

interface Manifest {
  exports: Record<string, string>
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  publishConfig: { exports: Record<string, unknown> }
}

function manifest(name: string): Manifest {
  return JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8'))
}

/** Which of our packages these specifiers name. */
function ours(specifiers: Iterable<string>): string[] {
  const names = [...specifiers].flatMap((specifier) => /^@lakefront\/([^/]+)/.exec(specifier)?.[1] ?? [])
  return [...new Set(names)]
}

/** Every module that the shipped sources of a folder import, with the file that does. */
function imports(folder: string): { file: string; specifier: string }[] {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: join(root, folder) })
  const shipped = files.filter((file) => !/\.test(-d)?\.tsx?$|(^|\/)(testing|fixture)\//.test(file))
  return shipped.flatMap((file) =>
    specifiersOf(readFileSync(join(root, folder, file), 'utf8')).map((specifier) => ({ file, specifier })),
  )
}

function specifiersOf(source: string): string[] {
  const imported = /^(?:import|export|\}).*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm
  return [...source.matchAll(imported)].flatMap(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? [])
}

test('every package has its arrows', () => {
  expect(packages.toSorted()).toEqual(Object.keys(mayImport).toSorted())
})

describe.each(packages)('%s', (name) => {
  test('depends only on what lies below it', () => {
    expect(mayImport[name]).toEqual(expect.arrayContaining(ours(Object.keys(manifest(name).dependencies ?? {}))))
  })

  test('imports only what lies below it', () => {
    const isAllowed = (other: string) => mayImport[name]?.includes(other)
    expect(imports(name).filter(({ specifier }) => !ours([specifier]).every(isAllowed))).toEqual([])
  })

  test('declares what it imports', () => {
    const { dependencies = {}, peerDependencies = {} } = manifest(name)
    const isDeclared = (specifier: string) => {
      const packageName = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')
      return /^(\.|node:)/.test(specifier) || packageName in dependencies || packageName in peerDependencies
    }
    expect(imports(name).filter(({ specifier }) => !isDeclared(specifier))).toEqual([])
  })

  test('imports nothing that its host lacks', () => {
    expect(imports(name).filter(({ specifier }) => forbidden[name]?.test(specifier))).toEqual([])
  })

  test('leaves its folder by package name only', () => {
    const leaves = (file: string, specifier: string) => join(dirname(file), specifier).startsWith('..')
    expect(imports(name).filter(({ file, specifier }) => leaves(file, specifier))).toEqual([])
  })

  test('publishes every entry that the workspace has', () => {
    const { exports, publishConfig } = manifest(name)
    expect(Object.keys(publishConfig.exports)).toEqual(expect.arrayContaining(Object.keys(exports)))
  })
})

test('the page of the playground meets the gateway over HTTP only', () => {
  const wrong = /^node:|^@lakefront\/gateway|^(\.\.\/)+packages\//
  expect(imports('../playground').filter(({ specifier }) => wrong.test(specifier))).toEqual([])
})

test('behavior: finds the imports of every form', () => {
  const source = [
    "import { a } from 'a'",
    "import type { b } from 'b'",
    "import {\n  c,\n} from 'c'",
    "export * from 'd'",
    "import 'e'",
    "const f = await import('f')",
  ].join('\n')
  expect(specifiersOf(source)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})
