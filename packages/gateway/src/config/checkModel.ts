import type { MetricView, SemanticModel } from '../semantic/port.ts'
import { ConfigError } from './ConfigError.ts'
import { expectOneOf } from './findBrokenReferences.ts'
import type { EntityConfig, LakefrontConfig } from './types.ts'

/**
 * Checks that what the entities name exists in the metric views.
 *
 * @throws {ConfigError} that lists every problem found.
 */
export function checkModel(config: LakefrontConfig, { views }: SemanticModel): void {
  const problems = Object.entries(config.entities ?? {}).flatMap(([name, entity]) =>
    checkEntity(['entities', name], entity, views),
  )
  if (problems.length > 0) throw new ConfigError(problems)
}

function checkEntity(path: readonly PropertyKey[], entity: EntityConfig, views: ReadonlyMap<string, MetricView>) {
  const dimensionsOf = (view: string) => views.get(view)?.dimensions.map(({ name }) => name) ?? []
  const own = dimensionsOf(entity.view)
  const dimension = `a dimension of the view "${entity.view}"`
  return [
    ...expectOneOf([...path, 'key'], dimension, entity.key, own),
    ...expectOneOf([...path, 'label'], dimension, entity.label, own),
    ...(entity.summary ?? []).flatMap((name, index) => expectOneOf([...path, 'summary', index], dimension, name, own)),
    ...Object.entries(entity.references ?? {}).flatMap(([view, name]) =>
      expectOneOf([...path, 'references', view], `a dimension of the view "${view}"`, name, dimensionsOf(view)),
    ),
    ...(entity.record ?? []).flatMap((section, index) => {
      const sectionPath = [...path, 'record', index]
      if (section.kind === 'fields') {
        return section.dimensions.flatMap((name, at) =>
          expectOneOf([...sectionPath, 'dimensions', at], dimension, name, own),
        )
      }
      return section.kind === 'figure' ? checkFigure(sectionPath, section.measure, entity, views) : []
    }),
  ]
}

function checkFigure(
  path: readonly PropertyKey[],
  figure: string,
  entity: EntityConfig,
  views: ReadonlyMap<string, MetricView>,
): string[] {
  const [viewName = '', measure = ''] = figure.split('.')
  const measures = views.get(viewName)?.measures.map(({ name }) => name) ?? []
  const withKey = [entity.view, ...Object.keys(entity.references ?? {})]
  return [
    ...expectOneOf([...path, 'measure'], `a measure of the view "${viewName}"`, measure, measures),
    ...expectOneOf([...path, 'measure'], 'a view that references the entity, as one', viewName, withKey),
  ]
}
