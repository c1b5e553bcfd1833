import { didYouMean, formatPath } from './describeIssues.ts'
import type { EntityConfig, LakefrontConfig, PriceConfig, RecordSectionConfig } from './types.ts'
import { viewName } from './viewName.ts'

type Problem = string

/** Names in the configuration that no other part of it defines. Members of views are checked once the files are read. */
export function findBrokenReferences(config: LakefrontConfig): Problem[] {
  const sources = Object.keys(config.sources)
  const views = (config.views ?? []).map(viewName)
  const entities = Object.keys(config.entities ?? {})
  return [
    ...(config.views ?? []).flatMap((view, index) =>
      expectOneOf(['views', index, 'source'], 'a source', view.source, sources),
    ),
    ...findTwice(views).map((name) => `views: two views are called "${name}"; give one a \`name\``),
    ...checkPrices(config.prices, sources),
    ...checkWrites(config, sources),
    ...Object.entries(config.entities ?? {}).flatMap(([name, entity]) =>
      checkEntity(['entities', name], entity, { sources, views, entities }),
    ),
  ]
}

function checkPrices(
  { usdPerTebibyteScanned = {}, warehouses = {} }: Partial<PriceConfig> = {},
  sources: readonly string[],
) {
  const priced = Object.entries({ usdPerTebibyteScanned, warehouses })
  const twice = Object.keys(warehouses).filter((id) => id in usdPerTebibyteScanned)
  return [
    ...priced.flatMap(([kind, prices]) =>
      Object.keys(prices).flatMap((id) => expectOneOf(['prices', kind, id], 'a source', id, sources)),
    ),
    ...twice.map(
      (id) => `${formatPath(['prices', 'warehouses', id])}: it has a price by bytes too; a source is billed one way`,
    ),
  ]
}

function checkWrites({ writes = {}, sources: configs }: LakefrontConfig, sources: readonly string[]): Problem[] {
  return Object.entries(writes).flatMap(([name, { source }]) => {
    const config = Object.hasOwn(configs, source) ? configs[source] : undefined
    if (!config) return expectOneOf(['writes', name, 'source'], 'a source', source, sources)
    const canWrite = 'postgres' in config && config.postgres?.writerUrl !== undefined
    return canWrite ? [] : [`${formatPath(['writes', name, 'source'])}: expected a Postgres source with a writerUrl`]
  })
}

type Names = { sources: readonly string[]; views: readonly string[]; entities: readonly string[] }

function checkEntity(path: readonly PropertyKey[], entity: EntityConfig, names: Names): Problem[] {
  return [
    ...expectOneOf([...path, 'view'], 'a view', entity.view, names.views),
    ...Object.keys(entity.references ?? {}).flatMap((view) =>
      expectOneOf([...path, 'references', view], 'a view', view, names.views),
    ),
    ...findTwice((entity.record ?? []).map(({ id }) => id)).map(
      (id) => `${formatPath([...path, 'record'])}: two sections have the id "${id}"`,
    ),
    ...(entity.record ?? []).flatMap((section, index) => checkSection([...path, 'record', index], section, names)),
  ]
}

function checkSection(path: readonly PropertyKey[], section: RecordSectionConfig, names: Names): Problem[] {
  if (section.kind === 'fields') return []
  if (section.kind === 'figure') {
    return expectOneOf([...path, 'measure'], 'view.measure with a view', section.measure.split('.')[0]!, names.views)
  }
  const columns = section.columns.map(({ name }) => name)
  return [
    ...expectOneOf([...path, 'source'], 'a source', section.source, names.sources),
    ...section.columns.flatMap(({ opens }, index) =>
      opens
        ? [
            ...expectOneOf([...path, 'columns', index, 'opens', 'entity'], 'an entity', opens.entity, names.entities),
            ...expectOneOf([...path, 'columns', index, 'opens', 'keyColumn'], 'a column', opens.keyColumn, columns),
          ]
        : [],
    ),
  ]
}

/** One problem when the name is not among the known ones. */
export function expectOneOf(
  path: readonly PropertyKey[],
  what: string,
  name: string,
  known: readonly string[],
): Problem[] {
  if (known.includes(name)) return []
  return [`${formatPath(path)}: expected ${what} of this configuration, got "${name}"${didYouMean(name, known)}`]
}

function findTwice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}
