import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { transform } from 'lightningcss'
import type { Rolldown } from 'tsdown'

/**
 * Builds the kit's CSS: a CSS module becomes a JavaScript module of its class names, and the rules of all of them are
 * gathered, in the order of the imports, into two files. `styles.css` is for hosts without cascade layers,
 * `styles.layer.css` holds the same rules inside `@layer lakefront`.
 */
export function cssModules(): Rolldown.Plugin {
  const rulesByFile = new Map<string, string>()
  return {
    name: 'lakefront:css-modules',
    // Handed on under a virtual id, since the bundler has its own mind about files that end in .css.
    async resolveId(source, importer) {
      if (!source.endsWith('.css')) return null
      const resolved = await this.resolve(source, importer, { skipSelf: true })
      return resolved && `${resolved.id}${virtualSuffix}`
    },
    load(id) {
      if (!id.endsWith(virtualSuffix)) return null
      const { rules, classNames } = compile(id.slice(0, -virtualSuffix.length))
      rulesByFile.set(id, rules)
      return { code: `export default ${JSON.stringify(classNames)}`, map: { mappings: '' } }
    },
    generateBundle() {
      const ordered = inImportOrder(
        [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry),
        (id) => {
          const { importedIds = [], dynamicallyImportedIds = [] } = this.getModuleInfo(id) ?? {}
          return [...importedIds, ...dynamicallyImportedIds]
        },
      )
      const rules = ordered.flatMap((id) => rulesByFile.get(id) ?? []).join('\n')
      this.emitFile({ type: 'asset', fileName: 'styles.css', source: rules })
      this.emitFile({ type: 'asset', fileName: 'styles.layer.css', source: `@layer lakefront {\n${rules}}\n` })
    },
  }
}

const virtualSuffix = '.names'

/** `Panel.module.css` with a rule `.root` gives the class `lf-Panel-root`, the same in every build. */
function compile(path: string): { rules: string; classNames: Record<string, string> } {
  const { code, exports = {} } = transform({
    filename: basename(path).replace('.module', ''),
    code: readFileSync(path),
    cssModules: path.endsWith('.module.css') && { pattern: 'lf-[name]-[local]' },
  })
  const classNames = Object.entries(exports).map(([local, { name, composes }]) => {
    if (composes.length > 0) throw new Error(`${path}: .${local} uses composes; write its rule out instead`)
    return [local, name]
  })
  return { rules: code.toString(), classNames: Object.fromEntries(classNames) }
}

/** Each module after the ones that it imports, so that a part's rules come after those of the parts inside it. */
function inImportOrder(entries: readonly string[], importsOf: (id: string) => readonly string[]): string[] {
  const ordered = new Set<string>()
  const seen = new Set<string>()
  const visit = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    importsOf(id).forEach(visit)
    ordered.add(id)
  }
  entries.toSorted().forEach(visit)
  return [...ordered]
}
