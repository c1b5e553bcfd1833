import type { ResultRows } from '../results/types.ts'
import type { Wanted } from './arrangement.ts'
import type { Host } from './hosts/createHost.ts'
import type * as hosts from './hosts/sharedHost.ts'

/** The engine, loaded when something is arranged for the first time on the page. */
let loaded: typeof hosts | undefined

type Held = { host: Host; getCell: ResultRows['getCell']; settings: string; letGo(): void }

/** Holds the host of the rows that are arranged now, and lets go of it for another. */
export function createHostHolder() {
  let held: Held | undefined

  function letGo() {
    held?.letGo()
    held = undefined
  }

  return {
    letGo,
    isLoaded: () => loaded !== undefined,
    async load() {
      loaded ??= await import('./hosts/sharedHost.ts')
    },
    /** Needs to be loaded before. */
    hostOf({ rows, settings }: Wanted): Host {
      const key = JSON.stringify(settings)
      if (held?.getCell === rows.getCell && held.settings === key) return held.host
      letGo()
      const { host, hold } = loaded!.sharedHost(rows, settings)
      held = { host, getCell: rows.getCell, settings: key, letGo: hold() }
      return host
    },
  }
}
