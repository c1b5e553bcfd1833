import type { PriceConfig } from '../config/types.ts'
import { roundUpUsd } from './money.ts'

/** What a model was asked and said, in its own count. */
export type ModelUse = { model: string; inputTokens: number; outputTokens: number }

/** What a use of a model costs by the price table, rounded up to a millionth of a dollar; `null` for a model without a price, which is not free. */
export function priceTokens({ model, inputTokens, outputTokens }: ModelUse, prices?: PriceConfig): number | null {
  const price = prices?.usdPerMillionTokens?.[model]
  return price ? roundUpUsd((inputTokens * price.input + outputTokens * price.output) / 1_000_000) : null
}
