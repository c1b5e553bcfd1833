import { scaleLinear } from '@visx/scale'
import { axisFontSize, widest } from './measureText.ts'

/** Named, so that declarations need not name a package of visx's own. */
export interface NumberScale extends ReturnType<typeof scaleLinear<number>> {}

type Options = {
  values: readonly (number | null)[]
  range: readonly [number, number]
  tickCount: number
  /** Bars start at nothing; a line or a point may be looked at from nearer. */
  fromZero: boolean
}

/** A line far above nothing would lie flat: from this share of its top upwards, the axis starts near its lowest value. */
const nearTop = 0.6

/** A linear scale around the values, and the numbers to write beside it. */
export function numberScale({ values, range, tickCount, fromZero }: Options): {
  scale: NumberScale
  ticks: readonly number[]
} {
  const scale = scaleLinear<number>({ domain: domainOf(values, fromZero), range: [...range] })
  // A bar ends at its value: round ends would only take room from it.
  if (!fromZero) scale.nice(tickCount)
  return { scale, ticks: scale.ticks(tickCount) }
}

function domainOf(values: readonly (number | null)[], fromZero: boolean): [number, number] {
  const known = values.filter((value) => value !== null)
  const low = known.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  const high = known.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  if (known.length === 0) return [0, 1]
  const from = fromZero || low < high * nearTop ? Math.min(low, 0) : low
  const to = fromZero || high > low * nearTop ? Math.max(high, fromZero ? 0 : high) : high
  if (from !== to) return [from, to]
  return from === 0 ? [0, 1] : [Math.min(from, 0), Math.max(to, 0)]
}

/** A horizontal axis of those ticks whose texts have room; nothing is written over its neighbour. */
export function axisOf(ticks: readonly number[], texts: readonly string[], scale: (value: number) => number) {
  const room = widest(texts, axisFontSize) + leastBetweenTicks
  const step = ticks.length < 2 ? room : Math.abs(scale(ticks[1]!) - scale(ticks[0]!))
  const every = Math.max(1, Math.ceil(room / step))
  const first = Math.max(0, ticks.indexOf(0)) % every
  const isShown = (_: unknown, index: number) => index % every === first
  return { ticks: ticks.filter(isShown), texts: texts.filter(isShown) }
}

const leastBetweenTicks = 10
