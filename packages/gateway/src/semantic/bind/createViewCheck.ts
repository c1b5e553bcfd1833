import type { CatalogTable } from '@lakefront/contract'
import type { SemanticModel } from '../port.ts'
import { unlistedTables } from './unlistedTables.ts'

/** Which views cannot be right, as far as it was seen. */
export type ViewCheck = {
  /** Names of views that read a table which their source does not list. */
  broken: ReadonlySet<string>
  /** Looks at the views of a source whose catalog has just been read. */
  see(source: string, tables: readonly CatalogTable[]): void
}

/** Checks views whenever a catalog is read anyway: to read one for this alone could wake a warehouse, which bills. */
export function createViewCheck({ views }: SemanticModel, onBroken: (message: string) => void): ViewCheck {
  const broken = new Set<string>()
  return {
    broken,
    see(source, tables) {
      for (const view of views.values()) {
        if (view.sourceId !== source) continue
        const unlisted = unlistedTables(view, tables)
        if (unlisted.length === 0) broken.delete(view.name)
        else if (!broken.has(view.name)) {
          broken.add(view.name)
          onBroken(
            `The view "${view.name}" reads ${unlisted.join(' and ')}, which the source "${source}" does not list.`,
          )
        }
      }
    },
  }
}
