import type { AutonomyLimits, EffectFacts, UsedToday } from './types.ts'

/** Which limits an effect goes over, as sentences. What is not known, and what no limit is stated for, is over it. */
export function exceededLimits(effect: EffectFacts, limits: AutonomyLimits, usedToday: UsedToday): readonly string[] {
  const { effectClass, costUsd, rows, people, piiClasses, channels } = effect
  // What costs nothing makes no day dearer.
  const dayCostUsd = costUsd === null || costUsd === 0 ? costUsd : usedToday.costUsd + costUsd
  return [
    ...(effectClass === 'destructive' ? ['It cannot be undone, so it is always asked for.'] : []),
    ...over('Its cost', costUsd, limits.costUsdPerEffect, usd),
    ...over('The cost of the day', dayCostUsd, limits.costUsdPerDay, usd),
    ...over('The number of rows', rows, limits.rows, String),
    ...over('The number of people', people, limits.people, String),
    ...outside('Personal data', piiClasses, limits.piiClasses),
    ...outside('Sending to', channels, limits.channels),
  ]
}

const usd = (amount: number) => `$${amount}`

function over(what: string, amount: number | null, limit: number | undefined, write: (amount: number) => string) {
  if (amount === 0) return []
  if (amount === null) return [`${what} is not known.`]
  if (limit === undefined) return [`${what} is ${write(amount)}, and no limit is stated for it.`]
  return amount <= limit ? [] : [`${what} is ${write(amount)}, over the limit of ${write(limit)}.`]
}

function outside(what: string, names: readonly string[], allowed: readonly string[] = []) {
  const others = names.filter((name) => !allowed.includes(name))
  return others.length > 0 ? [`${what} (${others.join(', ')}) is not among what may happen by itself.`] : []
}
