import type { ResultRows } from '../../results/types.ts'
import { createLease, type Lease } from '../../shared/createLease.ts'
import type { JobSettings } from '../engine/jobs.ts'
import { createHost, type Host } from './createHost.ts'

export type SharedHost = { host: Host; hold: Lease['hold'] }

const hostsByResult = new WeakMap<ResultRows['getCell'], Map<string, SharedHost>>()

/** The one host of a result, shared by all who arrange it. It ends with the last of them. */
export function sharedHost(rows: ResultRows, settings: JobSettings): SharedHost {
  const hosts = hostsByResult.get(rows.getCell) ?? new Map<string, SharedHost>()
  hostsByResult.set(rows.getCell, hosts)
  const key = JSON.stringify(settings)
  const known = hosts.get(key)
  if (known) return known

  const host = createHost(rows, settings)
  const lease = createLease(() => {
    hosts.delete(key)
    host.close()
  })
  const shared = { host, hold: lease.hold }
  hosts.set(key, shared)
  return shared
}
