import type { CatalogTable, ColumnType } from '@lakefront/contract'
import { resolveMember } from '../compile/resolveExpression.ts'
import { guessTimeDimension, isDate } from '../load/guessTimeDimension.ts'
import type { Dimension, Measure, MetricView, SemanticModel } from '../port.ts'
import { baseAlias, isSelect, placedJoins } from '../viewTables.ts'
import { findTable } from './findTable.ts'
import { inferType, type TypeOfColumn } from './inferType.ts'

/** Tables of each source as it describes them now; a source that is down is simply left out. */
export type Catalogs = ReadonlyMap<string, readonly CatalogTable[]>

/** The model with the types of members filled in, as far as the sources' own catalogs tell them. */
export function bindCatalog(model: SemanticModel, catalogs: Catalogs): SemanticModel {
  const views = [...model.views].map(([name, view]): [string, MetricView] => {
    const tables = catalogs.get(view.sourceId)
    return [name, tables ? bindView(view, tables) : view]
  })
  return { ...model, views: new Map(views) }
}

function bindView(view: MetricView, tables: readonly CatalogTable[]): MetricView {
  const typeOf = typesOf(view, tables)
  const bind = <member extends Dimension | Measure>(member: member): member => {
    const type = member.type ?? inferType(resolveMember(view, member), typeOf)
    return type ? { ...member, type } : member
  }
  const dimensions = view.dimensions.map(bind)
  const chosen = dimensions.find(({ name }) => name === view.timeDimension)
  const timeDimension = chosen && isDate(chosen) ? chosen.name : guessTimeDimension(dimensions.filter(isDate))
  return { ...view, dimensions, measures: view.measures.map(bind), timeDimension }
}

function typesOf(view: MetricView, tables: readonly CatalogTable[]): TypeOfColumn {
  const aliases = new Map(placedJoins(view).map(({ name, table }) => [name.toLowerCase(), table]))
  aliases.set(baseAlias(view).toLowerCase(), view.table)
  return ({ table, column }) => {
    const name = aliases.get((table ?? baseAlias(view)).toLowerCase())
    if (!name || isSelect(name)) return undefined
    return typeIn(tables, name, column)
  }
}

function typeIn(tables: readonly CatalogTable[], table: string, column: string): ColumnType | undefined {
  return findTable(tables, table)?.columns.find(({ name }) => name.toLowerCase() === column.toLowerCase())?.type
}
