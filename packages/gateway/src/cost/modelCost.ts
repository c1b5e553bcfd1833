import type { Cost, CostAmount } from '@lakefront/contract'
import type { PriceConfig } from '../config/types.ts'

/** What a model was asked and said, in its own count. */
export type ModelUse = { model: string; inputTokens: number; outputTokens: number }

/** What a use of a model costs by the price table; `null` for a model without a price, which is not free. */
export function priceTokens({ model, inputTokens, outputTokens }: ModelUse, prices?: PriceConfig): number | null {
  const price = prices?.usdPerMillionTokens?.[model]
  return price ? (inputTokens * price.input + outputTokens * price.output) / 1_000_000 : null
}

/** What several uses cost together; one that is unknown makes the sum unknown. */
export function costOfModels(uses: readonly ModelUse[], prices?: PriceConfig): number | null {
  return uses.reduce<number | null>((sum, use) => addKnown(sum, priceTokens(use, prices)), 0)
}

/** The same amount with more to pay: tokens read no bytes. */
export function addCost(amount: CostAmount, costUsd: number | null): CostAmount {
  return { ...amount, costUsd: addKnown(amount.costUsd, costUsd) }
}

/** The same estimate with what is spent already. */
export function addToEstimate(estimate: Cost['estimate'], costUsd: number | null): Cost['estimate'] {
  const [low, expected, high] = [estimate.low, estimate.expected, estimate.high].map((amount) =>
    addCost(amount, costUsd),
  )
  return { ...estimate, low: low!, expected: expected!, high: high! }
}

function addKnown(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other
}
