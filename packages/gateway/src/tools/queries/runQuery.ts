import { randomUUID } from 'node:crypto'
import type { Cost, Step, ToolArguments, ToolOutput } from '@lakefront/contract'
import type { Admission } from '../../approval/reads/createReads.ts'
import { readOfStatement } from '../../approval/reads/readOfStatement.ts'
import { settleAtEnd } from '../../budget/settleAtEnd.ts'
import type { SourceCost } from '../../budget/types.ts'
import { addAmounts, priceUse } from '../../cost/prices.ts'
import { tellProgress } from '../../federation/run/tellProgress.ts'
import type { Rooms } from '../../rooms.ts'
import type { Source, SourceResult } from '../../sources/port.ts'
import { resultToMarkdown } from '../results/toMarkdown.ts'
import type { Tool, ToolContext } from '../tool.ts'
import { unknownSource } from './describeCatalog.ts'
import { followSignal } from './followSignal.ts'

/** Runs one read-only statement at one source. */
export const runQuery: Tool<'run_query'> = {
  name: 'run_query',
  title: 'Run a query',
  description:
    'Runs one read-only SQL statement at one source, in its dialect, and returns the first rows and a handle to the ' +
    'rest. Only a single select is accepted. Prefer ask for questions, above all for those that span sources. The error ' +
    'approval-required carries a request; once somebody has approved it, call again with its approvalId, which is good for ' +
    'one run. Where the statement was edited before it was approved, the edited one runs.',
  run: runStatement,
  toText: ({ result }) => resultToMarkdown(result),
  resultOf: ({ result }) => result,
}

async function runStatement(input: ToolArguments<'run_query'>, context: ToolContext): Promise<ToolOutput<'run_query'>> {
  const { rooms, caller, signal } = context
  const source = rooms.sources.get(input.source)
  if (!source) throw unknownSource(input.source, [...rooms.sources.keys()])
  const { controller, release } = followSignal(signal)
  try {
    const sql = await rooms.reads.statementFor({ caller, source: source.id, sql: input.sql }, input.approvalId)
    const read = await readOfStatement(source, sql, { caller, config: rooms.config, signal })
    const { estimate } = read
    const id = randomUUID()
    const admission = await rooms.reads.admit(read, {
      runId: id,
      approvalId: input.approvalId,
      hold: (options) => rooms.budget.hold({ ...options, payer: caller, estimate }),
    })
    const { rows, result } = await open({ ...input, sql }, source, { id, admission, controller, context })
    const step = toStep(id, sql, source, rows, result.rowCount)
    return { result, step, cost: toCost(estimate, step, rooms) }
  } catch (error) {
    controller.abort()
    throw error
  } finally {
    release()
  }
}

type Open = { id: string; admission: Admission; controller: AbortController; context: ToolContext }

/** Runs the statement and waits for the first page, if one is wanted; the rest streams on under the result's handle. */
async function open(input: ToolArguments<'run_query'>, source: Source, { id, admission, controller, context }: Open) {
  const { rooms, caller, emit } = context
  const { hold } = admission
  const maxRows = Math.min(input.maxRows ?? rooms.maxRows, rooms.maxRows)
  try {
    const onProgress = tellProgress(id, emit)
    // A request is given back where it fails before its first row, so that is waited for.
    const columnsFirst = input.pageSize === 0 && !admission.isByRequest
    const options = { signal: controller.signal, maxRows, onProgress, columnsFirst }
    const rows = await hold.cover(() => source.query(input.sql, options))
    const cost = () => addAmounts([priceUse({ source: source.id, ...rows.stats() }, rooms.config.prices)])
    const held = settleAtEnd({ ...rows, cost }, hold, ({ isWhole }) => [
      costOf(source, isWhole ? rows.stats() : notKnown, rooms),
    ])
    const result = await rooms.results.open(held, { caller, pageSize: input.pageSize, abort: controller })
    await admission.delivered()
    return { rows, result }
  } catch (error) {
    hold.release([])
    await admission.failed()
    throw error
  }
}

type Use = { bytesScanned: number | null; durationMs: number | null }

const notKnown: Use = { bytesScanned: null, durationMs: null }

function costOf({ id }: Source, use: Use, { config: { prices } }: Rooms): SourceCost {
  return { source: id, costUsd: priceUse({ source: id, ...use }, prices).costUsd }
}

function toStep(id: string, sql: string, source: Source, rows: SourceResult, rowCount: number | null): Step {
  const isDone = rowCount !== null
  const { durationMs, bytesScanned } = rows.stats()
  return {
    id,
    source: source.id,
    sourceTitle: source.title,
    purpose: 'Runs the statement as it was given.',
    sql,
    dialect: source.dialect,
    status: isDone ? 'done' : 'running',
    rows: rowCount,
    durationMs: isDone ? durationMs : null,
    bytesScanned: isDone ? bytesScanned : null,
    dependsOn: [],
  }
}

function toCost(estimate: Cost['estimate'], step: Step, { config: { prices } }: Rooms): Cost {
  const actual = step.status === 'done' ? addAmounts([priceUse(step, prices)]) : null
  return { estimate, actual, pricesAsOf: prices?.asOf ?? null }
}
