import type { PriceConfig } from '../../config/types.ts'
import { type ModelUse, priceTokens } from '../../cost/modelCost.ts'
import type { Instruments } from './instruments.ts'

/** Counts what models took, in the GenAI conventions, and what that costs where it is known. */
export function countTokens(use: ModelUse, instruments: Instruments, prices: PriceConfig | undefined): void {
  const { model, inputTokens, outputTokens } = use
  const measured = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': model }
  instruments.tokens.record(inputTokens, { ...measured, 'gen_ai.token.type': 'input' })
  instruments.tokens.record(outputTokens, { ...measured, 'gen_ai.token.type': 'output' })
  const costUsd = priceTokens(use, prices)
  if (costUsd !== null) instruments.costUsd.add(costUsd, { 'lakefront.source': `model:${model}` })
}
