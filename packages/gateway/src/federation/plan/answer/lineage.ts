import { lineageOf } from '../../../semantic/compile/compileExpression.ts'
import type { MetricView, SemanticModel } from '../../../semantic/port.ts'
import type { LineageColumn } from '../../port.ts'
import { changeName, previousName, shareName } from '../compose/final.ts'
import { entityNamed, viewNamed } from '../reach/routes.ts'
import { memberNode } from '../statement/members.ts'
import type { OutputDimension, OutputFigure } from '../types.ts'

/** Where each column of the answer comes from, down to the columns of tables. */
export function planLineage(
  outputs: readonly OutputDimension[],
  figures: readonly OutputFigure[],
  model: SemanticModel,
): LineageColumn[] {
  return [
    ...outputs.map((output) => dimensionLineage(output, figures, model)),
    ...figures.flatMap((figure) => figureLineage(figure)),
  ]
}

function dimensionLineage(
  { name, use, part }: OutputDimension,
  figures: readonly OutputFigure[],
  model: SemanticModel,
): LineageColumn {
  const [view, member] = ownerOf(use, part, figures, model)
  if (!view || !member) return { column: name, from: [] }
  const dimension = view.dimensions.find((candidate) => candidate.name === member)
  return {
    column: name,
    from: lineageOf(view, memberNode(view, member)),
    ...(dimension && { expression: dimension.expression }),
    definition: `${view.name}.${member}`,
  }
}

function ownerOf(
  use: OutputDimension['use'],
  part: OutputDimension['part'],
  figures: readonly OutputFigure[],
  model: SemanticModel,
): [view: MetricView | undefined, member: string | undefined] {
  if (use.kind === 'member') return [viewNamed(use.ref.view, model), use.ref.member]
  if (use.kind === 'time') return [figures[0]?.over.view, figures[0]?.over.view.timeDimension]
  const entity = entityNamed(use.entity, model)
  return [viewNamed(entity.view, model), part === 'key' ? entity.key : entity.label]
}

function figureLineage(figure: OutputFigure): LineageColumn[] {
  const sides = [figure.over, figure.under].filter((side) => side !== undefined)
  const comments = sides.map(commentOf).filter((comment) => comment !== undefined)
  const line = {
    from: [...new Set(sides.flatMap(({ view, node }) => lineageOf(view, node)))],
    expression: sides.map(({ expression }) => expression).join(' / '),
    definition: sides.map(({ definition }) => definition).join(' / '),
    ...(comments.length > 0 && { comment: comments.join('. ') }),
  }
  return [figure.name, previousName(figure), changeName(figure), shareName(figure)].map((column) => ({
    column,
    ...line,
  }))
}

function commentOf({ view, definition }: OutputFigure['over']): string | undefined {
  return view.measures.find(({ name }) => `${view.name}.${name}` === definition)?.comment
}
