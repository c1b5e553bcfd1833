import type { CatalogEntity, CatalogMember, CatalogSource, CatalogView } from '@lakefront/contract'
import type { EntityConfig } from '../../config/types.ts'
import { GatewayError, toGatewayError } from '../../errors.ts'
import { sectionSource } from '../../records/sectionSource.ts'
import type { Rooms } from '../../rooms.ts'
import type { Dimension, Measure, MetricView } from '../../semantic/port.ts'
import type { Source } from '../../sources/port.ts'
import type { Tool } from '../tool.ts'

/** Says what there is to ask about. A source that is down is listed as such; the others are listed whole. */
export const describeCatalog: Tool<'describe_catalog'> = {
  name: 'describe_catalog',
  title: 'Describe the catalog',
  description:
    'Lists the connected sources with their tables and columns as they are now, the measures and dimensions that ask ' +
    'understands, the entities that get_record reads, and questions to start with.',
  isRecorded: () => false,
  async run({ source }, { rooms, signal }) {
    const { sources, model, planner } = rooms
    if (source !== undefined && !sources.has(source)) throw unknownSource(source, [...sources.keys()])
    const wanted = [...sources.values()].filter(({ id }) => source === undefined || id === source)
    const views = [...model.views.values()].filter(({ sourceId }) => source === undefined || sourceId === source)
    return {
      sources: await Promise.all(wanted.map((each) => describeSource(each, signal))),
      views: (await Promise.all(views.map((view) => rooms.catalogs.bind(view, signal)))).map(describeView),
      entities: Object.entries(rooms.config.entities ?? {}).map(([name, entity]) =>
        describeEntity(name, entity, rooms),
      ),
      suggestions: [...planner.suggestions()],
    }
  },
  toText({ sources, views, entities, suggestions }) {
    return [
      ...sources.map(({ id, title, status, tables }) =>
        status === 'available'
          ? `**${title}** (\`${id}\`): ${tables.map(({ name }) => name).join(', ')}`
          : `**${title}** (\`${id}\`) is currently unavailable.`,
      ),
      ...views.map(({ name, measures, dimensions }) => `View ${name}: ${titles(measures)} by ${titles(dimensions)}`),
      ...entities.map(({ name, sections }) => `Record ${name}: ${titles(sections)}`),
      ...suggestions.map((question) => `- ${question}`),
    ].join('\n')
  },
}

/** Refuses an id that no source has, naming those that there are. */
export function unknownSource(id: string, known: readonly string[]): GatewayError {
  return new GatewayError({
    code: 'unknown-source',
    message: `There is no source "${id}". There are: ${known.join(', ')}.`,
  })
}

async function describeSource(source: Source, signal: AbortSignal): Promise<CatalogSource> {
  const { id, title, dialect } = source
  try {
    const tables = await source.describe({ signal })
    return { id, title, dialect, status: 'available', tables: [...tables] }
  } catch (thrown) {
    const error = toGatewayError(thrown)
    if (error.code === 'cancelled') throw error
    return { id, title, dialect, status: 'unavailable', error: error.message, tables: [] }
  }
}

function describeView(view: MetricView): CatalogView {
  const { name, sourceId, comment, measures, dimensions } = view
  return {
    name,
    source: sourceId,
    ...(comment !== undefined && { comment }),
    measures: measures.map((measure) => describeMember(view, measure)),
    dimensions: dimensions.map((dimension) => describeMember(view, dimension)),
  }
}

function describeMember(view: MetricView, member: Measure | Dimension): CatalogMember {
  const { name, displayName, synonyms, comment, format } = member
  return {
    id: `${view.name}.${name}`,
    title: displayName,
    synonyms: [...synonyms],
    ...(comment !== undefined && { comment }),
    ...('type' in member && member.type !== undefined && { type: member.type }),
    ...(format.unit !== undefined && { unit: format.unit }),
  }
}

function describeEntity(name: string, entity: EntityConfig, { model, sources }: Rooms): CatalogEntity {
  const sections = (entity.record ?? []).map((section) => {
    const source = sectionSource(section, entity, model)
    const { id, title, kind } = section
    return { id, title, kind, source, sourceTitle: sources.get(source)?.title ?? source }
  })
  const source = model.views.get(entity.view)?.sourceId ?? ''
  return { name, title: entity.title, pluralTitle: entity.pluralTitle ?? `${entity.title}s`, source, sections }
}

function titles(items: readonly { title: string }[]): string {
  return items.map(({ title }) => title).join(', ')
}
