import type { CatalogTable, ColumnType } from '@lakefront/contract'
import { orWhenAborted } from '../orWhenAborted.ts'
import { bindCatalog } from '../semantic/bind/bindCatalog.ts'
import type { MetricView, SemanticModel } from '../semantic/port.ts'
import type { Source } from './port.ts'

/** Schemas of the sources, kept for some minutes so that a question does not ask for them again. They hold no rows. */
export type Catalogs = {
  /** Tables of a source; `undefined` while it cannot be asked. */
  tablesOf(source: string, signal: AbortSignal): Promise<readonly CatalogTable[] | undefined>
  /** A view with the types of its members, as far as its source's catalog tells them. */
  bind(view: MetricView, signal: AbortSignal): Promise<MetricView>
  /** Type of a table's column, when its source tells it. */
  typeOf(source: string, table: string, column: string, signal: AbortSignal): Promise<ColumnType | undefined>
}

const keptMs = 300_000
const timeoutMs = 8_000

/**
 * Asks each source for its tables when first needed; one that did not answer is asked again.
 *
 * @param onRead - Told of tables that were just read.
 */
export function createCatalogs(
  sources: ReadonlyMap<string, Source>,
  onRead?: (source: string, tables: readonly CatalogTable[]) => void,
): Catalogs {
  const kept = new Map<string, { tables: Promise<readonly CatalogTable[]>; untilMs: number }>()
  const bound = new WeakMap<readonly CatalogTable[], Map<string, MetricView>>()

  function describe(id: string, source: Source): Promise<readonly CatalogTable[]> {
    const known = kept.get(id)
    if (known && known.untilMs > performance.now()) return known.tables
    const tables = source.describe({ signal: AbortSignal.timeout(timeoutMs) })
    kept.set(id, { tables, untilMs: performance.now() + keptMs })
    tables.then(
      (read) => onRead?.(id, read),
      () => kept.delete(id),
    )
    return tables
  }

  async function tablesOf(id: string, signal: AbortSignal) {
    const source = sources.get(id)
    if (!source) return undefined
    // Others may wait for the same reply, so one caller's cancellation ends only the caller's own wait.
    return orWhenAborted(describe(id, source), signal).catch(() => {
      signal.throwIfAborted()
      return undefined
    })
  }

  return {
    tablesOf,
    async bind(view, signal) {
      const tables = await tablesOf(view.sourceId, signal)
      if (!tables) return view
      const views = bound.get(tables) ?? new Map<string, MetricView>()
      bound.set(tables, views)
      const known = views.get(view.name) ?? bindView(view, tables)
      views.set(view.name, known)
      return known
    },
    async typeOf(source, table, column, signal) {
      const plain = (name: string) => name.toLowerCase().split('.').at(-1)
      const found = (await tablesOf(source, signal))?.find(({ name }) => plain(name) === plain(table))
      return found?.columns.find(({ name }) => plain(name) === plain(column))?.type
    },
  }
}

function bindView(view: MetricView, tables: readonly CatalogTable[]): MetricView {
  const model: SemanticModel = { views: new Map([[view.name, view]]), entities: new Map() }
  return bindCatalog(model, new Map([[view.sourceId, tables]])).views.get(view.name)!
}
