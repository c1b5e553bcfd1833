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
          // As in the ledger: what fails is not paid for, and of what was left nobody knows.
          if (outcome === 'failed') return
          const use = outcome === 'whole' ? result.stats() : { bytesScanned: null, durationMs: null }
          charge.lookups?.spent.push(priceUse({ source: source.id, ...use }, prices))
        },
      })
    },
  }
}
