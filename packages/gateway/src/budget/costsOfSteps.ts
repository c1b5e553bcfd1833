import type { Step } from '@lakefront/contract'
import type { PriceConfig } from '../config/types.ts'
import { priceUse } from '../cost/prices.ts'
import type { SourceCost } from './types.ts'

/** What the steps that reached a source have cost; `null` where that is not known, such as while one still runs. */
export function costsOfSteps(steps: readonly Step[], prices: PriceConfig | undefined): SourceCost[] {
  return steps
    .filter(({ source, status }) => source !== 'gateway' && (status === 'running' || status === 'done'))
    .map((step) => ({ source: step.source, costUsd: priceUse(step, prices).costUsd }))
}
