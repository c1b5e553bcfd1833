import { randomUUID } from 'node:crypto'
import type { LakefrontConfig } from '../config/types.ts'
import { estimateSteps } from '../cost/estimateSteps.ts'
import { estimateTimeoutMs } from '../cost/estimateTimeoutMs.ts'
import { isFree, priceUse } from '../cost/prices.ts'
import { GatewayError } from '../errors.ts'
import type { QueryOptions, Source, SourceResult } from '../sources/port.ts'
import type { Budget } from './createBudget.ts'
import { currentCharge } from './currentCharge.ts'
import { settleAtEnd } from './settleAtEnd.ts'

export type BudgetSourceOptions = { budget: Budget; config: Pick<LakefrontConfig, 'prices' | 'budgets'> }

/**
 * The same source, at which no statement runs that nobody set money aside for: those of look-ups and records, and of
 * whatever tool comes next, are estimated and held one by one. A run that holds for all its statements covers them.
 */
export function budgetSource(source: Source, { budget, config }: BudgetSourceOptions): Source {
  const { prices, budgets } = config
  const timeoutMs = estimateTimeoutMs(budgets)
  if (isFree(source.id, prices)) return source

  async function queryHeld(sql: string, options: QueryOptions): Promise<SourceResult> {
    const charge = currentCharge.getStore()
    if (!charge) throw new GatewayError({ code: 'internal', message: 'Nobody pays for this statement.' })
    if (charge.isHeld) return source.query(sql, options)
    const estimate = await estimateSteps([{ source, sql }], { prices, signal: options.signal, timeoutMs })
    const hold = await budget.hold({ id: randomUUID(), payer: charge.payer, estimate, isLookup: true })
    charge.lookups?.estimates.push(estimate)
    try {
      const result = await source.query(sql, options)
      return settleAtEnd(result, hold, ({ isWhole }) => {
        const { bytesScanned, durationMs } = result.stats()
        const use = { source: source.id, bytesScanned, durationMs }
        return [{ source: source.id, costUsd: isWhole ? priceUse(use, prices).costUsd : null }]
      })
    } catch (error) {
      hold.release([])
      throw error
    }
  }

  return { ...source, query: queryHeld }
}
