import type { Client } from '@lakefront/client'
import type { ResultPage } from '@lakefront/contract'
import { createLease } from '../shared/createLease.ts'
import { createResultRows, type ResultRowsStore } from './createResultRows.ts'

export type SharedResultRows = {
  store: ResultRowsStore
  /** Takes hold of the rows; the returned function lets go. The last to let go ends the stream. */
  hold(): () => void
}

const sharedByClient = new WeakMap<Client, Map<string, SharedResultRows>>()

/** The one store of a result, shared by its handle among all who read it. */
export function sharedResultRows(client: Client, result: ResultPage): SharedResultRows {
  const byHandle = sharedByClient.get(client) ?? new Map<string, SharedResultRows>()
  sharedByClient.set(client, byHandle)
  return byHandle.get(result.handle) ?? share(byHandle, client, result)
}

function share(byHandle: Map<string, SharedResultRows>, client: Client, result: ResultPage): SharedResultRows {
  const store = createResultRows({ client, result })
  const lease = createLease(() => {
    byHandle.delete(result.handle)
    store.close()
  })
  const shared: SharedResultRows = {
    store,
    hold() {
      byHandle.set(result.handle, shared)
      return lease.hold()
    },
  }
  // Made while rendering, which may come to nothing: forgotten in a moment unless a component holds it by then.
  shared.hold()()
  return shared
}
