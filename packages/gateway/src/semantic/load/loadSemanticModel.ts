import type { EntityConfig, ViewConfig } from '../../config/types.ts'
import { viewName } from '../../config/viewName.ts'
import type { Entity, MetricView, SemanticModel } from '../port.ts'
import { SemanticModelError } from '../SemanticModelError.ts'
import { parseMetricView } from './parseMetricView.ts'

export type LoadSemanticModelOptions = {
  /** Reads a metric view file by the path in its {@link ViewConfig}. */
  readFile(file: string): Promise<string>
}

/**
 * Reads and checks the metric views, and ties them together with the entities of the configuration.
 *
 * @throws {SemanticModelError} that lists every problem of every file.
 */
export async function loadSemanticModel(
  views: readonly ViewConfig[],
  entities: Readonly<Record<string, EntityConfig>>,
  { readFile }: LoadSemanticModelOptions,
): Promise<SemanticModel> {
  const results = await Promise.allSettled(views.map((config) => loadView(config, readFile)))
  const problems = results.flatMap((result) => (result.status === 'rejected' ? problemsOf(result.reason) : []))
  if (problems.length > 0) throw new SemanticModelError(problems)
  const loaded = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  return {
    views: new Map(loaded.map((view) => [view.name, view])),
    entities: new Map(Object.entries(entities).map(([name, config]) => [name, toEntity(name, config)])),
  }
}

async function loadView(config: ViewConfig, readFile: LoadSemanticModelOptions['readFile']): Promise<MetricView> {
  const text = await readFile(config.file).catch(() => {
    throw new SemanticModelError([`${config.file}: the file cannot be read`])
  })
  const view = parseMetricView(text, { ...config, name: viewName(config) })
  const time = config.timeDimension
  if (time !== undefined && !view.dimensions.some(({ name }) => name === time)) {
    throw new SemanticModelError([`${config.file}: timeDimension: the view has no dimension "${time}"`])
  }
  return view
}

function problemsOf(reason: unknown): readonly string[] {
  if (reason instanceof SemanticModelError) return reason.problems
  throw reason
}

function toEntity(name: string, config: EntityConfig): Entity {
  return {
    name,
    title: config.title,
    pluralTitle: config.pluralTitle ?? `${config.title}s`,
    synonyms: config.synonyms ?? [],
    view: config.view,
    key: config.key,
    label: config.label,
    references: config.references ?? {},
  }
}
