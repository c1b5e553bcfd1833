import type { ShownEffect } from '@lakefront/contract'
import type { Read } from './types.ts'

/** Whether a read costs at most what was shown. Who agreed to a cost that nobody could tell agreed to any. */
export function isWithin({ estimate }: Pick<Read, 'estimate'>, shown: Pick<ShownEffect, 'estimate'>): boolean {
  const shownUsd = shown.estimate?.high.costUsd ?? null
  const { costUsd } = estimate.high
  return shownUsd === null || (costUsd !== null && costUsd <= shownUsd)
}
