import type { ColumnType } from '@lakefront/contract'
import type { DimensionUse, Grain, Intent, MeasureUse, MemberRef } from '../../../ask/intent.ts'
import { inferType } from '../../../semantic/bind/inferType.ts'
import { isAdditive } from '../../../semantic/compile/decompose.ts'
import { functionNode, parenthesis, resolveMember } from '../../../semantic/compile/resolveExpression.ts'
import type { Dimension, Measure, MemberFormat, SemanticModel } from '../../../semantic/port.ts'
import { columnName } from '../../../semantic/sqlText.ts'
import { type SqlNode, sqlNode } from '../../../semantic/sqlTree.ts'
import { entityNamed, viewNamed } from '../reach/routes.ts'
import { type Figure, type OutputDimension, type OutputFigure, PlanError } from '../types.ts'

const grainTitles: Record<Grain, string> = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
}

/** The dimensions of the answer, each once, with names that no other column has. */
export function outputDimensions({ dimensions }: Intent, model: SemanticModel): OutputDimension[] {
  const taken = new Set<string>()
  return dimensions.flatMap((use) => toOutputs(use, model)).map((output) => withFreeName(output, taken))
}

function toOutputs(use: DimensionUse, model: SemanticModel): OutputDimension[] {
  if (use.kind === 'entity') return entityOutputs(use, model)
  if (use.kind === 'time') {
    return [{ name: use.grain, title: grainTitles[use.grain], type: grainType(use.grain), role: 'dimension', use }]
  }
  const dimension = dimensionOf(use.ref, model)
  if (!use.grain || use.grain === 'day') {
    const type = use.grain ? 'date' : (dimension.type ?? 'text')
    return [{ name: columnName(dimension.name), title: dimension.displayName, type, role: 'dimension', use }]
  }
  const name = `${columnName(dimension.name)}_${use.grain}`
  const title = `${dimension.displayName}, ${grainTitles[use.grain].toLowerCase()}`
  return [{ name, title, type: grainType(use.grain), role: 'dimension', use }]
}

function entityOutputs(use: Extract<DimensionUse, { kind: 'entity' }>, model: SemanticModel): OutputDimension[] {
  const entity = entityNamed(use.entity, model)
  const typeOf = (member: string) => dimensionOf({ view: entity.view, member }, model).type
  const key = columnName(entity.key)
  return [
    { name: key, title: `${entity.title} ID`, type: typeOf(entity.key) ?? 'text', role: 'key', use, part: 'key' },
    {
      name: columnName(entity.label),
      title: entity.title,
      type: typeOf(entity.label) ?? 'text',
      role: 'dimension',
      use,
      part: 'label',
      opens: { entity: entity.name, keyColumn: key },
    },
  ]
}

const grainType = (grain: Grain): ColumnType => (grain === 'day' || grain === 'week' ? 'date' : 'text')

/** The numbers of the answer, in the order asked for. */
export function outputFigures(
  uses: readonly MeasureUse[],
  model: SemanticModel,
  taken: ReadonlySet<string>,
): OutputFigure[] {
  const names = new Set(taken)
  return uses.map((use) => withFreeName(toOutputFigure(use, model), names, viewOf(use, model)))
}

function toOutputFigure(use: MeasureUse, model: SemanticModel): OutputFigure {
  if (use.kind === 'records') return single(use, recordsFigure(use.entity, model))
  if (use.kind === 'measure') return single(use, measureFigure(use.ref, model))
  const [over, under] = [measureFigure(use.over, model), measureFigure(use.under, model)]
  const name = `${over.name}_${use.asShare ? 'of' : 'per'}_${under.name}`
  const title = use.asShare
    ? `${over.title}, % of ${under.title.toLowerCase()}`
    : `${over.title} per ${singular(under.title).toLowerCase()}`
  const format: MemberFormat = use.asShare ? { unit: 'percent' } : over.format
  if (over.view !== under.view) return { use, name, title, over: { ...over, format }, under }
  const node = sqlNode('div', {
    left: parenthesis(over.node),
    right: functionNode('nullif', [
      parenthesis(under.node),
      sqlNode('literal', { literal_type: 'number', value: '0' }),
    ]),
    left_comments: [],
    operator_comments: [],
    trailing_comments: [],
  })
  const expression = `(${over.expression}) / (${under.expression})`
  const definition = `${over.definition} / ${under.definition}`
  return single(use, { ...over, name, title, format, node, type: 'float', additive: false, expression, definition })
}

const single = (use: MeasureUse, over: Figure): OutputFigure => ({ use, name: over.name, title: over.title, over })

function measureFigure(ref: MemberRef, model: SemanticModel): Figure {
  const view = viewNamed(ref.view, model)
  const measure = measureOf(ref, model)
  const node = resolveMember(view, measure)
  const additive = isAdditive(node)
  // Sums of money are exact, whatever a source makes of them on the way.
  const isMoney = additive && measure.format.unit === 'currency'
  return {
    name: columnName(measure.name),
    title: measure.displayName,
    view,
    node,
    type: isMoney ? 'decimal' : (measure.type ?? inferType(node, () => undefined) ?? 'decimal'),
    format: measure.format,
    additive,
    definition: `${view.name}.${measure.name}`,
    expression: measure.expression,
  }
}

function recordsFigure(entityName: string, model: SemanticModel): Figure {
  const entity = entityNamed(entityName, model)
  const view = viewNamed(entity.view, model)
  const key = resolveMember(view, dimensionOf({ view: entity.view, member: entity.key }, model))
  const node = sqlNode('count', { this: key, star: false, distinct: true, filter: null, original_name: 'count' })
  return {
    name: columnName(entity.pluralTitle),
    title: entity.pluralTitle,
    view,
    node: node as SqlNode,
    type: 'integer',
    format: { unit: 'count' },
    additive: true,
    definition: `${view.name}.${entity.key}`,
    expression: `count(distinct ${entity.key})`,
  }
}

function viewOf(use: MeasureUse, model: SemanticModel): string {
  if (use.kind === 'records') return entityNamed(use.entity, model).view
  return use.kind === 'measure' ? use.ref.view : use.over.view
}

function withFreeName<output extends { name: string }>(output: output, taken: Set<string>, prefix = 'other'): output {
  let name = taken.has(output.name) ? `${columnName(prefix)}_${output.name}` : output.name
  for (let number = 2; taken.has(name); number += 1) name = `${output.name}_${number}`
  taken.add(name)
  return { ...output, name }
}

/** The dimension that a reference names. */
export function dimensionOf({ view, member }: MemberRef, model: SemanticModel): Dimension {
  const found = viewNamed(view, model).dimensions.find(({ name }) => name === member)
  if (!found) throw new PlanError(`The view "${view}" has no dimension "${member}".`)
  return found
}

/** The measure that a reference names. */
export function measureOf({ view, member }: MemberRef, model: SemanticModel): Measure {
  const found = viewNamed(view, model).measures.find(({ name }) => name === member)
  if (!found) throw new PlanError(`The view "${view}" has no measure "${member}".`)
  return found
}

/** A title for one of many: `Orders` reads `Order`. */
export function singular(title: string): string {
  if (/ies$/i.test(title)) return title.replace(/ies$/i, 'y')
  return /(ss|us|is)$/i.test(title) ? title : title.replace(/s$/i, '')
}
