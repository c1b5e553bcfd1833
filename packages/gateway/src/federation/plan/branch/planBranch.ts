import { joinsOf } from '../../../semantic/compile/compileExpression.ts'
import { compileFrom } from '../../../semantic/compile/compileFrom.ts'
import { type Decomposition, decompose } from '../../../semantic/compile/decompose.ts'
import type { Writer } from '../statement/members.ts'
import { type Branch, PlanError } from '../types.ts'
import { groupsJoin, recordsJoin } from './joins.ts'
import { checksElsewhere, findLocals, findRemotes, isKeyed } from './neededEntities.ts'
import type { BranchInput, BranchPlan, RemoteEntity } from './types.ts'
import { writeBranch } from './writeBranch.ts'

/** Plans the statement of one branch at its source. */
export function planBranch(input: BranchInput): BranchPlan {
  const remotes = findRemotes(input)
  const reducedBy = remotes.find(({ isFiltered }) => isFiltered)?.entity.name
  const isRegrouped = remotes.some(({ isJoined, entity }) => isJoined && !isKeyed(input.outputs, entity))
  const decompositions = isRegrouped ? decomposeAll(input.branch) : undefined
  const groupedBy = isRegrouped && !decompositions ? groupingEntity(input, remotes, reducedBy) : undefined
  const write = (qualified: boolean) =>
    writeBranch({ ...input, remotes, reducedBy, groupedBy, decompositions, qualified })
  const locals = findLocals(input)
  const joinRecords = (writer: Writer) => [
    ...locals.map((entity) => recordsJoin(entity, input, writer)),
    ...(groupedBy ? [groupsJoin(input, remotes, groupedBy, writer)] : []),
  ]
  const probe = write(true).writer
  // The key itself may come from a joined table, so what is written to join records counts too.
  const recordCount = joinRecords(probe).length
  const joins = joinsOf(input.branch.view, probe.nodes)
  const { writer, ...pieces } = write(joins.size > 0 || recordCount > 0)
  const from = [compileFrom(input.branch.view, joins, input.dialect), ...joinRecords(writer)].join(' ')
  const statement = { ...pieces, from, having: [], orderBy: [] }
  return { branch: input.branch, statement, remotes, reducedBy, groupedBy, decompositions }
}

function decomposeAll({ figures }: Branch): Map<string, Decomposition> | undefined {
  const parts = figures.map((figure) => [figure.name, decompose(figure.node, figure.name)] as const)
  const whole = parts.flatMap(([name, decomposition]) => (decomposition ? [[name, decomposition] as const] : []))
  return whole.length === parts.length ? new Map(whole) : undefined
}

/** Distinct counts do not add up over records, so the groups themselves have to go to the source; one entity's can. */
function groupingEntity(
  { branch, outputs, intent, model }: BranchInput,
  remotes: readonly RemoteEntity[],
  reducedBy: string | undefined,
): string {
  const joined = remotes.filter(({ isJoined }) => isJoined)
  const [only] = joined
  const isAlone = joined.length === 1 && (reducedBy === undefined || reducedBy === only!.entity.name)
  const isChecked = only !== undefined && checksElsewhere(only.entity, intent, model)
  if (only && isAlone && !isChecked && !isKeyed(outputs, only.entity)) return only.entity.name
  const titles = branch.figures.map(({ title }) => title).join(' and ')
  throw new PlanError(`${titles} cannot be put together from figures per record, and the groups lie at other sources.`)
}
