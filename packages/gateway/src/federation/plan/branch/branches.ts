import type { Intent } from '../../../ask/intent.ts'
import type { SemanticModel } from '../../../semantic/port.ts'
import { earlier } from '../periods.ts'
import { viewNamed } from '../reach/routes.ts'
import { type Branch, type Figure, type OutputFigure, PlanError } from '../types.ts'

/** One branch a view, and one more for the period that it is held against. */
export function planBranches(intent: Intent, figures: readonly OutputFigure[], model: SemanticModel): Branch[] {
  if (intent.list) return isEntityList(intent, model) ? [] : [rowsBranch(intent, intent.list.view, model)]
  const views = new Map<string, Figure[]>()
  for (const figure of figures.flatMap(({ over, under }) => (under ? [over, under] : [over]))) {
    const known = views.get(figure.view.name) ?? []
    if (!known.some(({ name }) => name === figure.name)) views.set(figure.view.name, [...known, figure])
  }
  return [...views].flatMap(([name, own]) => withPrevious(toBranch(name, own, intent, model), intent))
}

/** Whether the records of an entity are listed, so that the entity's own rows are the answer. */
export function isEntityList({ list, dimensions }: Intent, model: SemanticModel): boolean {
  return dimensions.some((use) => use.kind === 'entity' && model.entities.get(use.entity)?.view === list?.view)
}

function toBranch(name: string, figures: readonly Figure[], intent: Intent, model: SemanticModel): Branch {
  return { id: name, view: viewNamed(name, model), figures, ranges: intent.ranges, prefix: '' }
}

function rowsBranch(intent: Intent, view: string, model: SemanticModel): Branch {
  return toBranch(view, [], intent, model)
}

function withPrevious(branch: Branch, { change, dimensions, ranges }: Intent): Branch[] {
  if (!change) return [branch]
  const { view } = branch
  if (!view.timeDimension)
    throw new PlanError(`${branch.figures[0]?.title ?? view.name} has no date, so it has no earlier period.`)
  const isSeries = dimensions.some((use) => use.kind === 'time' || (use.kind === 'member' && use.grain !== undefined))
  const previous = change.previous ?? ranges.map((range) => earlier(range, change.against))
  const shift = isSeries ? { unit: change.against } : undefined
  return [
    branch,
    { ...branch, id: `${branch.id}_previous`, ranges: previous, prefix: 'previous_', ...(shift && { shift }) },
  ]
}
