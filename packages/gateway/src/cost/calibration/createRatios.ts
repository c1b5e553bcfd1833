import { quantile } from './quantile.ts'
import { mostRatios, mostShapes, type Ratios } from './ratios.ts'

/** Ratios that end with the gateway. */
export function createRatios(): Ratios {
  const byShape = new Map<string, readonly number[]>()
  return {
    read: async (shape) => byShape.get(shape) ?? [],
    add(shape, ratio) {
      const ratios = [...(byShape.get(shape) ?? []), ratio].slice(-mostRatios)
      byShape.delete(shape)
      byShape.set(shape, ratios)
      if (byShape.size > mostShapes) byShape.delete(byShape.keys().next().value!)
    },
    async error() {
      const ratios = [...byShape.values()].flat()
      return { runs: ratios.length, medianRatio: quantile(ratios, 0.5), p90Ratio: quantile(ratios, 0.9) }
    },
    close: async () => undefined,
  }
}
