import type { Column } from '@lakefront/contract'
import type { Entity } from '../../semantic/port.ts'
import { columnName } from '../../semantic/sqlText.ts'
import { tablesIn, transpileStatement } from '../../semantic/sqlTree.ts'
import type { PlanStep, QueryPlan } from '../port.ts'
import { planColumns } from './answer/columns.ts'
import { explainPlan, inapplicable, titleOfPlan } from './answer/explain.ts'
import { planLineage } from './answer/lineage.ts'
import { outputDimensions, outputFigures } from './answer/outputs.ts'
import { isEntityList, planBranches } from './branch/branches.ts'
import { planBranch } from './branch/planBranch.ts'
import type { BranchPlan } from './branch/types.ts'
import { composePlan, withQueries } from './compose/compose.ts'
import { writeFinal } from './compose/final.ts'
import { composeDialect, type Relation } from './compose/relation.ts'
import { entityNamed } from './reach/routes.ts'
import { keysMarker, layOut, writeStatement } from './statement/statement.ts'
import { type Drafts, draftSteps } from './steps/drafts.ts'
import { type OutputDimension, type OutputFigure, PlanError, type PlanInput, type Statement } from './types.ts'

/**
 * Decides everything that is read and how it is put together. Pure: the same intent gives the same plan.
 *
 * @throws {PlanError} when the model cannot answer the intent; its message is for people.
 */
export function planQuery(input: PlanInput): QueryPlan {
  const { intent, model } = input
  const outputs = outputDimensions(intent, model)
  const figures = outputFigures(intent.measures, model, new Set(outputs.map(({ name }) => name)))
  if (outputs.length === 0 && figures.length === 0) throw new PlanError('There is nothing to measure or to list.')
  const columns = planColumns(intent, outputs, figures)
  const branches = planBranches(intent, figures, model).map((branch) =>
    planBranch({ branch, intent, outputs, model, dialect: sourceOf(input, branch.view.sourceId).dialect }),
  )
  const spine = spineOf(input)
  const pieces = { input, outputs, figures, branches, spine }
  const parts = planWhole(pieces, columns) ?? planParts(pieces, columns)
  const shown = new Set(columns.map(({ name }) => name))
  return {
    ...parts,
    title: titleOfPlan(intent, outputs, figures),
    explanation: explainPlan(input, outputs, figures, [...new Set(parts.steps.map(({ source }) => source))]),
    columns,
    lineage: planLineage(outputs, figures, model).filter(({ column }) => shown.has(column)),
    tables: tablesOf(parts.steps, input),
    warnings: inapplicable(input, figures),
  }
}

type Pieces = {
  input: PlanInput
  outputs: readonly OutputDimension[]
  figures: readonly OutputFigure[]
  branches: readonly BranchPlan[]
  /** The entity whose records every row starts from. */
  spine: Entity | undefined
}

type Parts = Pick<QueryPlan, 'steps' | 'compose'>

function sourceOf({ sources }: PlanInput, id: string) {
  const source = sources.get(id)
  if (!source) throw new PlanError(`There is no source "${id}".`)
  return source
}

function spineOf({ intent, model }: PlanInput): Entity | undefined {
  const use = intent.dimensions.find((dimension) => dimension.kind === 'entity')
  if (use?.kind !== 'entity' || (intent.dimensions.length > 1 && !intent.list)) return undefined
  return intent.includeEmpty || isEntityList(intent, model) ? entityNamed(use.entity, model) : undefined
}

/** The whole answer as one plain statement at one source, where that can be. */
function planWhole(pieces: Pieces, columns: readonly Column[]): Parts | undefined {
  const { input, outputs, figures, branches, spine } = pieces
  const drafts = draftSteps(pieces)
  const only = drafts.steps.length === 1 ? drafts.steps[0]! : undefined
  if (!only || input.intent.change || (spine && branches.length > 0)) return undefined
  const { statement, dialect, source } = only
  const sql = writeFinal({
    intent: input.intent,
    outputs,
    figures,
    relation: plainRelation(statement, outputs, figures),
    dialect,
    where: statement.where,
  })
  const purpose = `Answer the question where its data lies.`
  return {
    steps: [
      {
        id: only.id,
        source,
        purpose,
        sql: layOut(sql, dialect),
        columns: columns.map((column) => ({ ...column, source })),
        optional: false,
      },
    ],
  }
}

function plainRelation(
  statement: Statement,
  outputs: readonly OutputDimension[],
  figures: readonly OutputFigure[],
): Relation {
  const columns = new Map(statement.select.map(({ name, sql }) => [name, sql]))
  return {
    from: statement.from,
    dimensions: new Map(outputs.map(({ name }) => [name, columns.get(name)!])),
    figures: new Map(
      figures
        .flatMap(({ over, under }) => (under ? [over, under] : [over]))
        .map(({ name }) => [name, columns.get(name)!]),
    ),
    groupBy: statement.groupBy,
    isAggregate: figures.length > 0,
  }
}

/** Several statements and the join of their rows; one statement after all when they share a source. */
function planParts(pieces: Pieces, columns: readonly Column[]): Parts {
  const { input, outputs, figures } = pieces
  const drafts = draftSteps(pieces)
  const composed = composePlan({ plan: input, outputs, figures, ...drafts })
  const [first] = drafts.steps
  if (first && drafts.steps.every(({ source }) => source === first.source)) {
    return { steps: [inlined(drafts, composed, columns)] }
  }
  const sql = layOut(composed, composeDialect)
  return { steps: drafts.steps.map(toStep), compose: { sql, purpose: 'Join the rows of all sources by key.' } }
}

function toStep({ statement, dialect, ...step }: Drafts['steps'][number]): PlanStep {
  const { id, source, purpose, columns, semiJoin, optional } = step
  const sql = layOut(writeStatement(statement, dialect), dialect)
  return { id, source, purpose, sql, columns, optional, ...(semiJoin && { semiJoin }) }
}

function inlined({ steps }: Drafts, composed: string, columns: readonly Column[]): PlanStep {
  const { source, dialect, id } = steps[0]!
  const queries = steps.map((step) => {
    const sql = writeStatement(step.statement, dialect)
    const { semiJoin } = step
    const keys = semiJoin && `select ${columnName(semiJoin.column)} from ${semiJoin.step}`
    return { name: step.id, sql: keys ? sql.replace(keysMarker, keys) : sql }
  })
  const body = transpileStatement(composed, composeDialect, dialect)
  const whole = /^with /i.test(body) ? mergeWith(queries, body) : withQueries(queries, body)
  return {
    id,
    source,
    purpose: 'Answer the question where its data lies.',
    sql: layOut(whole, dialect),
    columns: columns.map((column) => ({ ...column, source })),
    optional: false,
  }
}

function mergeWith(queries: readonly { name: string; sql: string }[], body: string): string {
  return `${withQueries(queries, '').trimEnd()}, ${body.replace(/^with /i, '')}`
}

function tablesOf(steps: readonly PlanStep[], input: PlanInput): Record<string, string[]> {
  const tables: Record<string, string[]> = {}
  for (const { source, sql } of steps) {
    const found = tablesIn(sql.replace('{{keys}}', 'null'), sourceOf(input, source).dialect)
    tables[source] = [...new Set([...(tables[source] ?? []), ...found])]
  }
  return tables
}
