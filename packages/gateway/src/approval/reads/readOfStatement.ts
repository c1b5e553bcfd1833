import { readsOf } from '../../audit/redact/readsOf.ts'
import type { LakefrontConfig } from '../../config/types.ts'
import { estimateRead } from '../../cost/estimateSteps.ts'
import { estimateTimeoutMs } from '../../cost/estimateTimeoutMs.ts'
import { guardStatement } from '../../guard/guardStatement.ts'
import type { Caller } from '../../results/port.ts'
import type { Source } from '../../sources/port.ts'
import { billedBy } from './billedBy.ts'
import { piiClassesOf } from './piiClassesOf.ts'
import type { Read } from './types.ts'

export type StatementOptions = {
  caller: Caller
  config: Pick<LakefrontConfig, 'budgets' | 'prices' | 'writes'>
  signal: AbortSignal
}

/**
 * One statement as something to read: checked and estimated, not run.
 *
 * @throws {GatewayError} `statement-refused`.
 */
export async function readOfStatement(source: Source, sql: string, options: StatementOptions): Promise<Read> {
  const { caller, config, signal } = options
  const { budgets, prices, writes } = config
  const timeoutMs = estimateTimeoutMs(budgets)
  guardStatement(sql, { dialect: source.dialect })
  const { estimate, rows } = await estimateRead([{ source, sql }], { prices, signal, timeoutMs })
  const { tables, columns } = readsOf(sql, source.dialect)
  const statements = [{ source: source.id, sourceTitle: source.title, dialect: source.dialect, sql }]
  return {
    tool: 'run_query',
    caller,
    statements,
    tables: tables.map((table) => `${source.id}.${table}`),
    piiClasses: piiClassesOf(
      columns.map((column) => `${source.id}.${column}`),
      writes,
    ),
    billedBy: billedBy(statements, prices),
    estimate,
    pricesAsOf: prices?.asOf ?? null,
    rows,
  }
}
