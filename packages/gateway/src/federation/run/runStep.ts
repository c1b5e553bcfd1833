import type { Cell, Step } from '@lakefront/contract'
import type { RowBatch } from '../../arrow/port.ts'
import { GatewayError, toGatewayError } from '../../errors.ts'
import { guardStatement } from '../../guard/guardStatement.ts'
import type { Source, SourceResult } from '../../sources/port.ts'
import { keysPlaceholder, type PlanStep, type QueryPlan } from '../port.ts'
import { conform } from './conform.ts'
import { abbreviateKeys, substituteKeys } from './keys.ts'
import { type StepProgress, tellProgress } from './tellProgress.ts'

export type StepContext = {
  plan: QueryPlan
  sources: ReadonlyMap<string, Source>
  signal: AbortSignal
  onStep(step: Step): void
  onProgress(progress: StepProgress): void
}

/** Keys that an earlier step found, for the column that they come from. */
export type StepKeys = { keys: readonly (Cell | readonly Cell[])[]; column: PlanStep['columns'][number] }

/** A step under way: its result, and how to say how it went. */
export type StartedStep = {
  result: SourceResult
  /** Tells that the step has ended with so many rows. */
  finish(rows: number): void
  fail(error: unknown): GatewayError
}

/** Sends a step's statement to its source. The guard has the last look at it. */
export async function startStep(
  step: PlanStep,
  context: StepContext,
  found?: StepKeys,
  maxRows?: number,
): Promise<StartedStep> {
  const source = sourceOf(step, context.sources)
  const literals = found && { column: found.column, dialect: source.dialect, title: source.title }
  const sql = found && literals ? substituteKeys(step.sql, found.keys, literals) : step.sql
  const shown: Step = {
    ...toStep(step, source),
    ...(found && literals && { sql: abbreviateKeys(step.sql, found.keys, literals), keysPushed: found.keys.length }),
  }
  const tell = (change: Partial<Step>) => context.onStep({ ...shown, ...change })
  const startedAt = performance.now()
  const fail = (error: unknown) => {
    const known = toGatewayError(error)
    tell({ status: 'failed', durationMs: performance.now() - startedAt, error: known.message })
    return known
  }
  tell({ status: 'running' })
  try {
    guardStatement(step.sql.replace(keysPlaceholder, 'null'), {
      dialect: source.dialect,
      tables: context.plan.tables[step.source],
    })
    const onProgress = tellProgress(step.id, context.onProgress)
    const answered = await source.query(sql, { signal: context.signal, maxRows, onProgress })
    const result = conform(answered, step.columns, source)
    const finish = (rows: number) => tell({ status: 'done', rows, ...answered.stats() })
    return { result, finish, fail }
  } catch (error) {
    throw fail(error)
  }
}

/** Runs a step to its end and keeps its rows, for the join. */
export async function readStep(step: PlanStep, context: StepContext, found?: StepKeys): Promise<SourceRows> {
  const { result, finish, fail } = await startStep(step, context, found)
  const batches: RowBatch[] = []
  let bytes = 0
  try {
    for await (const batch of result.batches) {
      batches.push(batch)
      bytes += batch.bytes.length
      if (bytes > mostBytesToJoin) throw tooMuchToJoin(sourceOf(step, context.sources))
    }
    if (result.truncated()) throw cutAtSource(sourceOf(step, context.sources))
  } catch (error) {
    throw fail(error)
  }
  finish(batches.reduce((sum, { rowCount }) => sum + rowCount, 0))
  return { columns: result.columns, batches }
}

export type SourceRows = { columns: SourceResult['columns']; batches: readonly RowBatch[] }

/** A step as people see it before it has run. */
export function toStep({ id, source, purpose, sql, semiJoin }: PlanStep, { title, dialect }: Source): Step {
  const dependsOn = semiJoin ? [semiJoin.step] : []
  const notRun = { rows: null, durationMs: null, bytesScanned: null }
  return { id, source, sourceTitle: title, purpose, sql, dialect, status: 'planned', ...notRun, dependsOn }
}

export function sourceOf({ source }: PlanStep, sources: ReadonlyMap<string, Source>): Source {
  const found = sources.get(source)
  if (!found) throw new GatewayError({ code: 'unknown-source', message: `There is no source ${source}.`, source })
  return found
}

/** Rows that one step may bring into the gateway's memory. */
const mostBytesToJoin = 256 * 1024 * 1024

function tooMuchToJoin({ id, title }: Source): GatewayError {
  const message = `${title} sent more rows than can be joined here. Narrow the question.`
  return new GatewayError({ code: 'result-limit', message, source: id })
}

/** A join over part of the rows would be silently wrong. */
function cutAtSource({ id, title }: Source): GatewayError {
  const message = `${title} cut its rows off, so they cannot be joined. Narrow the question.`
  return new GatewayError({ code: 'result-limit', message, source: id })
}
