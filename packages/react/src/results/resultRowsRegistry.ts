import type { Client } from '@lakefront/client'
import type { ResultPage } from '@lakefront/contract'
import { createLease } from '../shared/createLease.ts'
import { type CreateResultRowsParameters, createResultRows, type ResultRowsStore } from './createResultRows.ts'

export type SharedResultRows = {
  store: ResultRowsStore
  /** Takes hold of the rows; the returned function lets go. The last to let go ends the stream. */
  hold(): () => void
}

const sharedByClient = new WeakMap<Client, Map<string, SharedResultRows>>()

/** The one store of a result, shared by its handle among all who read it. */
export function sharedResultRows(parameters: CreateResultRowsParameters): SharedResultRows {
  const { client, result } = parameters
  const byHandle = sharedByClient.get(client) ?? new Map<string, SharedResultRows>()
  sharedByClient.set(client, byHandle)
  return byHandle.get(result.handle) ?? share(byHandle, parameters)
}

/** Takes hold of the rows of a result if anybody has read them just now; the returned function lets go. */
export function holdResultRows(client: Client, handle: string): (() => void) | undefined {
  return sharedByClient.get(client)?.get(handle)?.hold()
}

/**
 * Stops a result on purpose: for everybody who reads it, and at the gateway when nobody does. One that has arrived whole
 * is left alone.
 */
export function stopResultRows(client: Client, result: ResultPage): void {
  const shared = sharedByClient.get(client)?.get(result.handle)
  if (shared) shared.store.stop()
  else if (!result.complete) client.stopResult(result).catch(() => {})
}

function share(byHandle: Map<string, SharedResultRows>, parameters: CreateResultRowsParameters): SharedResultRows {
  const { result } = parameters
  const store = createResultRows(parameters)
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
