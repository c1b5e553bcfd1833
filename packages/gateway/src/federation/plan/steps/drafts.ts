import type { Column } from '@lakefront/contract'
import type { Entity } from '../../../semantic/port.ts'
import { columnName } from '../../../semantic/sqlText.ts'
import type { Dialect } from '../../../sources/port.ts'
import { figureColumn, planColumns, stepColumns } from '../answer/columns.ts'
import { dimensionOf } from '../answer/outputs.ts'
import type { BranchPlan } from '../branch/types.ts'
import type { NamedQuery } from '../compose/compose.ts'
import { quote } from '../compose/relation.ts'
import { routeDimension, viewNamed } from '../reach/routes.ts'
import { conditionsOn, entityStatement } from '../statement/entity.ts'
import { isElsewhere, type RelatedCondition, relatedKeys } from '../statement/related.ts'
import { groupNumber, keysMarker } from '../statement/statement.ts'
import type { OutputDimension, OutputFigure, PlanInput, Statement } from '../types.ts'
import { createStepNames, type DraftStep } from './steps.ts'

export type DraftInput = {
  input: PlanInput
  outputs: readonly OutputDimension[]
  figures: readonly OutputFigure[]
  branches: readonly BranchPlan[]
  spine: Entity | undefined
}

export type Drafts = {
  steps: readonly DraftStep[]
  branches: readonly { plan: BranchPlan; step: string }[]
  entityRelations: ReadonlyMap<string, string>
  queries: readonly NamedQuery[]
  spine?: { relation: string } | undefined
}

/** Every statement that has to run, in an order in which each comes after those it takes keys from. */
export function draftSteps(draft: DraftInput): Drafts {
  const nameStep = createStepNames()
  const entities = neededEntities(draft).map((entity) => draftEntity(entity, draft, nameStep))
  const stepOf = new Map(entities.map(({ entity, steps }) => [entity.name, steps[0]!.id]))
  const branches = draft.branches.map((plan) => ({ plan, step: draftBranch(plan, draft, nameStep, stepOf) }))
  const entityRelations = new Map(entities.map(({ entity, relation }) => [entity.name, relation]))
  return {
    steps: [...entities.flatMap(({ steps }) => steps), ...branches.map(({ step }) => step)],
    branches: branches.map(({ plan, step }) => ({ plan, step: step.id })),
    entityRelations,
    queries: entities.flatMap(({ queries }) => queries),
    ...(draft.spine && { spine: { relation: entityRelations.get(draft.spine.name)! } }),
  }
}

function neededEntities({ branches, spine }: DraftInput): Entity[] {
  const all = [...branches.flatMap(({ remotes }) => remotes.map(({ entity }) => entity)), ...(spine ? [spine] : [])]
  return all.filter((entity, index) => all.findIndex(({ name }) => name === entity.name) === index)
}

type DraftedEntity = { entity: Entity; relation: string; steps: DraftStep[]; queries: NamedQuery[] }

function draftEntity(entity: Entity, draft: DraftInput, nameStep: (source: string) => string): DraftedEntity {
  const { intent, model, sources } = draft.input
  const { sourceId } = viewNamed(entity.view, model)
  const { dialect, title } = sources.get(sourceId)!
  const conditions = conditionsOn(entity, intent.conditions)
  const outputs = draft.outputs.filter((output) => comesFrom(output, entity, draft))
  const records = entityStatement({ entity, model, dialect, outputs, conditions })
  const isGrouped = draft.branches.some(({ groupedBy }) => groupedBy === entity.name)
  const statement = isGrouped ? withGroupNumbers(records, dialect) : records
  const step: DraftStep = {
    id: nameStep(sourceId),
    source: sourceId,
    dialect,
    purpose: `${conditions.length > 0 ? 'Find the' : 'Read the names of'} ${entity.pluralTitle.toLowerCase()} in ${title}.`,
    statement,
    columns: stepColumns(
      statement.select,
      [keyColumn(entity, draft), ...dimensionColumns(draft), groupColumn],
      sourceId,
    ),
    optional: false,
  }
  const elsewhere = conditions.filter(
    (condition): condition is RelatedCondition =>
      condition.kind === 'related' && isElsewhere(condition, sourceId, model),
  )
  const related = elsewhere.map((condition) => draftRelated(condition, entity, step, draft, nameStep))
  const key = quote(columnName(entity.key))
  const checks = related.map(({ step: other, condition }) => {
    const table = quote(other.id)
    const found = `select 1 from ${table} where ${table}.${key} = ${quote(step.id)}.${key}`
    return `${condition.exclude ? 'not exists' : 'exists'} (${found})`
  })
  if (checks.length === 0) return { entity, relation: quote(step.id), steps: [step], queries: [] }
  const name = `matching_${columnName(entity.name)}`
  const sql = `select * from ${quote(step.id)} where ${checks.join(' and ')}`
  return {
    entity,
    relation: quote(name),
    steps: [step, ...related.map((other) => other.step)],
    queries: [{ name, sql }],
  }
}

const groupColumn: Column = { name: groupNumber, type: 'integer' }

/** Numbers the groups, so that no more than numbers leaves for the other source. */
function withGroupNumbers(statement: Statement, dialect: Dialect): Statement {
  const [, ...attributes] = statement.select
  const order = attributes.map(({ sql }) => sql).join(', ')
  const sql = `dense_rank() over (order by ${order || `'' `})`
  return {
    ...statement,
    select: [
      ...statement.select,
      { sql: dialect === 'postgresql' ? `cast(${sql} as integer)` : sql, name: groupNumber },
    ],
  }
}

function draftRelated(
  condition: RelatedCondition,
  entity: Entity,
  entityStep: DraftStep,
  { input: { model, sources } }: DraftInput,
  nameStep: (source: string) => string,
) {
  const view = viewNamed(condition.view, model)
  const { dialect, title } = sources.get(view.sourceId)!
  const statement = relatedKeys(condition, model, dialect)
  const isReduced = entityStep.statement.where.length > 0
  const key = columnName(entity.key)
  const reduced = isReduced ? [...statement.where, `${statement.select[0]!.sql} in (${keysMarker})`] : statement.where
  const step: DraftStep = {
    id: nameStep(view.sourceId),
    source: view.sourceId,
    dialect,
    purpose: `Find which ${entity.pluralTitle.toLowerCase()} have rows of ${view.name} in ${title}.`,
    statement: { ...statement, where: reduced },
    columns: stepColumns(statement.select, entityStep.columns, view.sourceId),
    ...(isReduced && { semiJoin: { step: entityStep.id, column: key } }),
    optional: false,
  }
  return { step, condition }
}

function draftBranch(
  plan: BranchPlan,
  draft: DraftInput,
  nameStep: (source: string) => string,
  stepOf: ReadonlyMap<string, string>,
): DraftStep {
  const { view, figures } = plan.branch
  const { dialect, title } = draft.input.sources.get(view.sourceId)!
  const reducerName = plan.groupedBy ?? plan.reducedBy
  const reducer = plan.remotes.find(({ entity }) => entity.name === reducerName)
  const keys = plan.remotes.map(({ entity }) => keyColumn(entity, draft))
  const parts = plan.branch.figures.flatMap((figure) => partColumns(plan, figure))
  const what = figures.length > 0 ? figures.map((figure) => figure.title.toLowerCase()).join(' and ') : view.name
  const isFirst = draft.branches[0] === plan
  return {
    id: nameStep(view.sourceId),
    source: view.sourceId,
    dialect,
    purpose: `Read ${what} in ${title}${reducer ? ` for those ${reducer.entity.pluralTitle.toLowerCase()} only` : ''}.`,
    statement: plan.statement,
    columns: stepColumns(
      plan.statement.select,
      [...parts, ...dimensionColumns(draft), ...keys, groupColumn],
      view.sourceId,
    ),
    ...(reducer && {
      semiJoin: {
        step: stepOf.get(reducer.entity.name)!,
        column: columnName(reducer.entity.key),
        ...(plan.groupedBy && { groupColumn: groupNumber }),
      },
    }),
    optional: !isFirst && draft.branches[0]!.branch.view.sourceId !== view.sourceId,
  }
}

function partColumns(
  { branch, decompositions }: BranchPlan,
  figure: BranchPlan['branch']['figures'][number],
): Column[] {
  const column = figureColumn({
    use: { kind: 'records', entity: '' },
    name: figure.name,
    title: figure.title,
    over: figure,
  })
  const parts = decompositions?.get(figure.name)?.parts
  if (!parts) return [{ ...column, name: `${branch.prefix}${figure.name}` }]
  const isWhole = parts.length === 1
  return parts.map((part) => ({
    name: `${branch.prefix}${part.name}`,
    type: part.type ?? (isWhole ? column.type : 'decimal'),
    ...(isWhole && { title: column.title, role: column.role }),
  }))
}

function dimensionColumns({ input: { intent }, outputs }: DraftInput): Column[] {
  return planColumns({ ...intent, countRows: false }, outputs, [])
}

function keyColumn(entity: Entity, { input: { model } }: DraftInput): Column {
  const { type } = dimensionOf({ view: entity.view, member: entity.key }, model)
  return { name: columnName(entity.key), type: type ?? 'text', role: 'key' }
}

function comesFrom(
  { use, part }: OutputDimension,
  entity: Entity,
  { branches, spine, input: { model } }: DraftInput,
): boolean {
  if (spine?.name === entity.name && (use.kind === 'entity' || (use.kind === 'member' && use.ref.view === entity.view)))
    return true
  return branches.some(({ branch, remotes }) => {
    if (!remotes.some((remote) => remote.entity.name === entity.name)) return false
    const route = routeDimension(use, part, branch.view, model)
    return route?.kind === 'entity' && route.entity.name === entity.name
  })
}
