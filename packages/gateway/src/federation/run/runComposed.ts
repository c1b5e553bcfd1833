import type { Step } from '@lakefront/contract'
import type { RowBatch } from '../../arrow/port.ts'
import { GatewayError } from '../../errors.ts'
import type { RowStream } from '../../results/port.ts'
import { limitRows } from '../../sources/limitRows.ts'
import { keysPlaceholder, type PlanStep, type QueryPlan } from '../port.ts'
import { composeRows } from './compose.ts'
import type { StepRows } from './composeTables.ts'
import { conform } from './conform.ts'
import { distinctKeys, distinctPairs } from './keys.ts'
import { readStep, type SourceRows, type StepContext, sourceOf, toStep } from './runStep.ts'

/** Reads all steps, joins them, and streams what the join gives. */
export async function runComposed(plan: QueryPlan, context: StepContext, maxRows?: number): Promise<RowStream> {
  const tables = await readSteps(plan, context)
  const { sql = 'select 1', purpose = '' } = plan.compose ?? {}
  const startedAt = performance.now()
  const tell = (change: Partial<Step>) => context.onStep({ ...composeStep(plan, sql, purpose), ...change })
  tell({ status: 'running' })
  const fail = (error: unknown) => {
    tell({ status: 'failed', durationMs: performance.now() - startedAt, error: 'The join failed.' })
    return error
  }
  try {
    const composed = await composeRows(sql, tables, context.signal)
    const stats = () => ({ bytesScanned: null, durationMs: performance.now() - startedAt })
    const gateway = { id: 'gateway', title: 'Gateway' }
    const result = conform({ ...composed, truncated: () => false, stats }, plan.columns, gateway)
    return limitedStream(result, { maxRows, fail, finish: (rows) => tell({ status: 'done', rows, ...stats() }) })
  } catch (error) {
    throw fail(error)
  }
}

type Ending = { maxRows: number | undefined; finish(rows: number): void; fail(error: unknown): unknown }

function limitedStream({ columns, batches }: Pick<RowStream, 'columns' | 'batches'>, ending: Ending): RowStream {
  const { maxRows = Number.POSITIVE_INFINITY, finish, fail } = ending
  let isCut = false
  const onCut = () => {
    isCut = true
  }
  async function* read(): AsyncGenerator<RowBatch, void, void> {
    let rows = 0
    try {
      for await (const batch of limitRows(batches, { columns, maxRows, onCut })) {
        rows += batch.rowCount
        yield batch
      }
    } catch (error) {
      throw fail(error)
    }
    finish(rows)
  }
  return { columns, batches: read(), truncated: () => isCut }
}

/** Starts each step as soon as the step that it needs keys of has ended. One needed failure stops the others. */
async function readSteps(plan: QueryPlan, context: StepContext): Promise<StepRows[]> {
  const stop = new AbortController()
  const onAbort = () => stop.abort(context.signal.reason)
  context.signal.addEventListener('abort', onAbort, { once: true })
  if (context.signal.aborted) onAbort()
  const inner = { ...context, signal: stop.signal }
  const running = new Map<string, Promise<SourceRows>>()
  for (const step of plan.steps) running.set(step.id, readAfter(step, inner, running))
  try {
    const reads = plan.steps.map((step) => running.get(step.id)!)
    const tables = await Promise.all(plan.steps.map((step, index) => orEmpty(step, reads[index]!)))
    // Optional steps are optional one by one: an answer out of none of them would be empty, and look like a finding.
    if (tables.every(({ isMissing }) => isMissing)) await Promise.all(reads)
    return tables
  } catch (error) {
    stop.abort(error)
    await Promise.allSettled(running.values())
    throw error
  } finally {
    context.signal.removeEventListener('abort', onAbort)
  }
}

async function readAfter(
  step: PlanStep,
  context: StepContext,
  running: ReadonlyMap<string, Promise<SourceRows>>,
): Promise<SourceRows> {
  if (!step.semiJoin) return await readStep(step, context)
  const { step: otherId, column: columnName, groupColumn } = step.semiJoin
  const { columns, batches } = await running.get(otherId)!
  const index = columns.findIndex(({ name }) => name === columnName)
  const column = columns[index]
  if (!column) throw new GatewayError({ code: 'internal', message: `Step ${otherId} has no column ${columnName}.` })
  const rows = batches.flatMap((batch) => batch.rows())
  const groupIndex = columns.findIndex(({ name }) => name === groupColumn)
  const keys = groupColumn === undefined ? distinctKeys(rows, index) : distinctPairs(rows, index, groupIndex)
  if (keys.length > 0) return await readStep(step, context, { keys, column })
  const skipped = toStep(
    { ...step, sql: step.sql.replace(keysPlaceholder, '/* no keys */') },
    sourceOf(step, context.sources),
  )
  context.onStep({ ...skipped, status: 'skipped', rows: 0, keysPushed: 0 })
  return { columns: step.columns, batches: [] }
}

/** The answer is worth giving without an optional step's rows, when its source is what failed. */
async function orEmpty(step: PlanStep, rows: Promise<SourceRows>): Promise<StepRows & { isMissing: boolean }> {
  try {
    return { id: step.id, ...(await rows), isMissing: false }
  } catch (error) {
    const isCancelled = error instanceof GatewayError && error.code === 'cancelled'
    if (!step.optional || isCancelled) throw error
    return { id: step.id, columns: step.columns, batches: [], isMissing: true }
  }
}

function composeStep({ steps }: QueryPlan, sql: string, purpose: string): Step {
  const gateway = { id: 'compose', source: 'gateway', sourceTitle: 'Gateway', dialect: 'duckdb' }
  const notRun = { rows: null, durationMs: null, bytesScanned: null }
  return { ...gateway, purpose, sql, status: 'planned', ...notRun, dependsOn: steps.map(({ id }) => id) }
}
