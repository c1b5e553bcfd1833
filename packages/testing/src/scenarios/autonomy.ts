import { RequestError } from '@lakefront/client'
import type { Autonomy, AutonomyLevel, Simulation } from '@lakefront/contract'
import { sampleAutonomy, sampleSimulation } from '../samples/autonomy.ts'
import type { Script } from '../script.ts'

/** A gateway whose level can be read, tried and set; a setting made from an older one is refused. */
export function autonomy(
  setting: Autonomy = sampleAutonomy(),
  simulate: (level: AutonomyLevel, days: number) => Simulation = simulated,
): Script {
  let current = setting
  return {
    read_autonomy: () => current,
    set_autonomy: ({ level, limits, version }, stage) => {
      if (version !== current.version) {
        throw new RequestError('record-changed', { message: 'Somebody has set it meanwhile.' })
      }
      current = {
        ...current,
        level,
        limits,
        version: crypto.randomUUID(),
        setBy: 'mona.reyes',
        setAt: stage.timestamp(),
      }
      return current
    },
    simulate_autonomy: ({ level, days }) => simulate(level, days),
  }
}

/** The sample week under each level. */
function simulated(level: AutonomyLevel): Simulation {
  const week = sampleSimulation()
  if (level === 'limited') return week
  const verdict: 'allow' | 'ask' | 'deny' = level === 'autonomous' ? 'allow' : level === 'observe' ? 'deny' : 'ask'
  const counts = { allowed: 0, asked: 0, denied: 0 }
  counts[verdict === 'allow' ? 'allowed' : verdict === 'deny' ? 'denied' : 'asked'] = week.requests
  const examples = week.examples.map((each) => ({ ...each, verdict, because: [`That is the level “${level}”.`] }))
  return { ...week, ...counts, allowedCostUsd: verdict === 'allow' ? 12.4 : 0, examples }
}
