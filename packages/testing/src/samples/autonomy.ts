import type { Autonomy, SimulatedRequest, Simulation } from '@lakefront/contract'

/** A company that asks before everything, seen by somebody who may change that. */
export function sampleAutonomy(overrides: Partial<Autonomy> = {}): Autonomy {
  return {
    level: 'propose',
    limits: {},
    version: 'configuration',
    setBy: null,
    setAt: null,
    mayChange: true,
    ...overrides,
  }
}

/** What a setting would have done with the requests of a week. */
export function sampleSimulation(overrides: Partial<Simulation> = {}): Simulation {
  return {
    from: '2026-11-15T10:00:00.000Z',
    to: '2026-11-22T10:00:00.000Z',
    requests: 57,
    allowed: 41,
    asked: 16,
    denied: 0,
    allowedCostUsd: 3.1,
    examples: sampleSimulated,
    ...overrides,
  }
}

const sampleSimulated: SimulatedRequest[] = [
  {
    requestId: '7d3f0a52-6c1e-4b0e-9d57-2f6f0d4b8a11',
    title: 'Change stage, amount of the opportunity “Line rebuild”',
    requestedBy: 'dana.kowalski',
    createdAt: '2026-11-20T10:41:07.000Z',
    verdict: 'allow',
    because: ['It stays within the limits.'],
    costUsd: 0,
  },
  {
    requestId: '91f5b4de-20c7-4a8e-b1d3-6f0e9c7a5b42',
    title: 'Read about 1.2 GB at the Lakehouse for up to $2.40',
    requestedBy: 'dana.kowalski',
    createdAt: '2026-11-19T15:03:44.000Z',
    verdict: 'ask',
    because: ['It costs more than $0.50.'],
    costUsd: 2.4,
  },
]
