import type { PriceConfig } from '../../config/types.ts'
import { isFree } from '../../cost/prices.ts'
import type { Read, ReadStatement } from './types.ts'

/** The sources of some statements that bill for them, each once. */
export function billedBy(statements: readonly ReadStatement[], prices: PriceConfig | undefined): Read['billedBy'] {
  const billed = statements.filter(({ source }) => !isFree(source, prices))
  return [...new Map(billed.map(({ source, sourceTitle }) => [source, sourceTitle]))].map(([source, title]) => ({
    source,
    title,
  }))
}
