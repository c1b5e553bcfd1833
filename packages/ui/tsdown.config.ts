import { readFileSync, writeFileSync } from 'node:fs'
import { library } from '../tsdown.shared.ts'

// One source, two entries: styles.css for hosts without cascade layers, and styles.layer.css, the same rules inside
// `@layer lakefront`, for hosts that order their layers. The class names in both are those in the built modules.
export default library({
  css: {
    fileName: 'styles.css',
    splitting: false,
    transformer: 'lightningcss',
    modules: { generateScopedName: 'lf-[name]-[local]' },
  },
  hooks: {
    'build:done': () => {
      const rules = readFileSync('dist/styles.css', 'utf8')
      writeFileSync('dist/styles.layer.css', `@layer lakefront {\n${rules}}\n`)
    },
  },
})
