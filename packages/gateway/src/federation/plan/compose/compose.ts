import type { Intent } from '../../../ask/intent.ts'
import type { BranchPlan } from '../branch/types.ts'
import { writeStatement } from '../statement/statement.ts'
import type { OutputDimension, OutputFigure, PlanInput } from '../types.ts'
import { writeFinal } from './final.ts'
import { branchRelation, composeDialect, quote, type Relation } from './relation.ts'

export type ComposeInput = {
  plan: PlanInput
  outputs: readonly OutputDimension[]
  figures: readonly OutputFigure[]
  /** Branches with the step that brings each one's rows. */
  branches: readonly { plan: BranchPlan; step: string }[]
  /** Entity name to the table or named query with its records. */
  entityRelations: ReadonlyMap<string, string>
  /** Records that every row starts from, with or without figures. */
  spine?: { relation: string } | undefined
  /** Named queries that the relations are made of. */
  queries: readonly NamedQuery[]
}

export type NamedQuery = { name: string; sql: string }

/** Writes the statement that puts the rows of all steps together, in DuckDB's dialect. */
export function composePlan(input: ComposeInput): string {
  const { intent } = input.plan
  const single = input.branches.length === 1 && !input.spine && !intent.change ? input.branches[0] : undefined
  const { relation, queries } = single
    ? { relation: relationOf(input, single), queries: input.queries }
    : joinBranches(input)
  const final = writeFinal({
    intent,
    outputs: input.outputs,
    figures: input.figures,
    relation,
    dialect: composeDialect,
  })
  return withQueries(queries, final)
}

function relationOf(
  { entityRelations, outputs, plan }: ComposeInput,
  { plan: branch, step }: ComposeInput['branches'][number],
) {
  return branchRelation(branch, step, entityRelations, outputs, plan)
}

/** Every combination of dimensions that any branch has, with each branch's figures beside it. */
function joinBranches(input: ComposeInput): { relation: Relation; queries: NamedQuery[] } {
  const { outputs } = input
  const parts = input.branches.map((branch, index) => {
    const relation = relationOf(input, branch)
    const table = quote(branch.step)
    const isPlain = relation.from === table && !relation.isAggregate
    return {
      name: isPlain ? table : `part_${index + 1}`,
      relation,
      isPlain,
      isPrevious: branch.plan.branch.prefix !== '',
    }
  })
  const partQueries = parts
    .filter(({ isPlain }) => !isPlain)
    .map(({ name, relation }) => ({ name, sql: relationSql(relation, outputs) }))
  const spine = spineOf(input, parts)
  const joins = parts.map(({ name }) => `left join ${name} on ${sameDimensions(name, outputs)}`)
  return {
    queries: [...input.queries, ...partQueries, spine],
    relation: {
      from: [spine.name, ...joins].join(' '),
      dimensions: new Map(outputs.map(({ name }) => [name, `${spine.name}.${quote(name)}`])),
      figures: new Map(
        parts.flatMap(({ name, relation }) =>
          [...relation.figures.keys()].map((figure) => [figure, `${name}.${quote(figure)}`]),
        ),
      ),
      groupBy: [],
      isAggregate: false,
    },
  }
}

function relationSql(relation: Relation, outputs: readonly OutputDimension[]): string {
  const dimensions = outputs.map(({ name }) => ({ sql: relation.dimensions.get(name)!, name }))
  const figures = [...relation.figures].map(([name, sql]) => ({ sql, name }))
  const { from, groupBy } = relation
  return writeStatement(
    { select: [...dimensions, ...figures], from, where: [], groupBy, having: [], orderBy: [] },
    composeDialect,
  )
}

type Part = { name: string; relation: Relation; isPrevious: boolean }

function spineOf({ spine, outputs, plan }: ComposeInput, parts: readonly Part[]): NamedQuery {
  const name = 'every_row'
  const columns = outputs.map((output) => quote(output.name)).join(', ')
  if (outputs.length === 0) return { name, sql: 'select 1 as one' }
  if (spine) return { name, sql: `select ${columns} from ${spine.relation}` }
  // A period that has not begun is no row, though the one before it gives its figures to it.
  const counted = hasTime(plan.intent) ? parts.filter(({ isPrevious }) => !isPrevious) : parts
  return { name, sql: counted.map((part) => `select ${columns} from ${part.name}`).join(' union ') }
}

const hasTime = ({ dimensions }: Intent) =>
  dimensions.some((use) => use.kind === 'time' || (use.kind === 'member' && use.grain !== undefined))

function sameDimensions(part: string, outputs: readonly OutputDimension[]): string {
  const pairs = outputs.map(({ name }) => `${part}.${quote(name)} is not distinct from every_row.${quote(name)}`)
  return pairs.join(' and ') || 'true'
}

/** `with … as (…)` before a statement, which may start with named queries of its own. */
export function withQueries(queries: readonly NamedQuery[], sql: string): string {
  if (queries.length === 0) return sql
  const named = queries.map((query) => `${quote(query.name)} as (${query.sql})`).join(', ')
  const inner = /^with (?=answer as)/.exec(sql)
  return inner ? `with ${named}, ${sql.slice(inner[0].length)}` : `with ${named} ${sql}`
}
