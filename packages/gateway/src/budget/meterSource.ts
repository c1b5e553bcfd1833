import type { PriceConfig } from '../config/types.ts'
import { isFree, priceUse } from '../cost/prices.ts'
import { watchStream } from '../results/watchStream.ts'
import type { Source } from '../sources/port.ts'
import { currentCharge } from './currentCharge.ts'

/** The same source; what it costs to look something up is noted with the call, so that the answer's cost has it in it. */
export function meterSource(source: Source, prices: PriceConfig | undefined): Source {
  if (isFree(source.id, prices)) return source
  return {
    ...source,
    async query(sql, options) {
      const result = await source.query(sql, options)
      const charge = currentCharge.getStore()
      if (!charge?.lookups || charge.isHeld) return result
      return watchStream(result, {
        onEnd(outcome) {
          // What fails is not paid for, as in the ledger.
          if (outcome !== 'failed') charge.lookups?.push(priceUse({ source: source.id, ...result.stats() }, prices))
        },
      })
    },
  }
}
