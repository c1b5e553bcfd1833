import { toMicroUsd } from '../../cost/money.ts'
import type { SourceCost } from '../types.ts'

/** What a run has spent at one source, and the part of it that the source did not tell. In millionths of a dollar. */
export type SourceSpending = { source: string; spentMicroUsd: bigint; assumedMicroUsd: bigint }

/**
 * Where a run's money went, each statement rounded up as it would be billed. What was set aside beyond the known costs goes
 * in equal parts to the sources that do not say what they cost; free ones are left out.
 */
export function spendingBySource(costs: readonly SourceCost[], reservedMicroUsd: bigint): SourceSpending[] {
  const known = costs.reduce((sum, { costUsd }) => sum + toMicroUsd(costUsd ?? 0), 0n)
  const unknown = BigInt(costs.filter(({ costUsd }) => costUsd === null).length)
  let rest = reservedMicroUsd > known ? reservedMicroUsd - known : 0n
  let parts = unknown
  const bySource = new Map<string, SourceSpending>()
  for (const { source, costUsd } of costs) {
    if (costUsd === 0) continue
    const assumed = costUsd === null ? rest / parts-- : 0n
    rest -= assumed
    const { spentMicroUsd, assumedMicroUsd } = bySource.get(source) ?? nothing
    bySource.set(source, {
      source,
      spentMicroUsd: spentMicroUsd + (costUsd === null ? assumed : toMicroUsd(costUsd)),
      assumedMicroUsd: assumedMicroUsd + assumed,
    })
  }
  return [...bySource.values()]
}

const nothing = { spentMicroUsd: 0n, assumedMicroUsd: 0n }
