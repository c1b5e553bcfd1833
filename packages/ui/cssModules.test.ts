import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'tsdown'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cssModules } from './cssModules.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'css-modules-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function built(files: Record<string, string>): Promise<(file: string) => string> {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  await build({ cwd: folder, config: false, logLevel: 'silent', dts: false, unbundle: true, plugins: [cssModules()] })
  return (file) => readFileSync(join(folder, 'dist', file), 'utf8')
}

const button = {
  'src/Button.ts': "import styles from './Button.module.css'\nexport const className = styles.root",
  'src/Button.module.css': '.root { color: red }',
}

test('default: modules keep the names that the rules have', async () => {
  const read = await built({ 'src/index.ts': "export * from './Button.ts'", ...button })
  expect(read('styles.css')).toContain('.lf-Button-root {')
  expect(read('Button.module.css.mjs')).toContain('"root": "lf-Button-root"')
})

test('default: the second file holds the same rules inside the layer', async () => {
  const read = await built({ 'src/index.ts': "export * from './Button.ts'", ...button })
  expect(read('styles.layer.css')).toBe(`@layer lakefront {\n${read('styles.css')}}\n`)
})

test("behavior: a part's rules come after those of the parts inside it, whatever the file names", async () => {
  const read = await built({
    'src/index.ts': "import './A.module.css'\nimport './Button.ts'\nexport {}",
    'src/A.module.css': '.root { margin: 0 }',
    'src/Button.ts': "import './Icon.ts'\nimport './Button.module.css'",
    'src/Icon.ts': "import './Icon.module.css'",
    'src/Icon.module.css': '.root { width: 1em }',
    'src/Button.module.css': '.root { color: red }',
  })
  expect(read('styles.css').match(/lf-\w+-root/g)).toEqual(['lf-A-root', 'lf-Icon-root', 'lf-Button-root'])
})

test('behavior: composes is refused, since its order would be lost', async () => {
  const composing = { ...button, 'src/Button.module.css': '.base { color: red } .root { composes: base }' }
  await expect(built({ 'src/index.ts': "export * from './Button.ts'", ...composing })).rejects.toThrow('composes')
})
