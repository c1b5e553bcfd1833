import { randomUUID } from 'node:crypto'
import type { ElicitRequestFormParams } from '@modelcontextprotocol/server'

/** A form as a message of its own, which peers of the 2025 revisions answer by another one. */
export type FormMessage = {
  jsonrpc: '2.0'
  id: string
  method: 'elicitation/create'
  params: ElicitRequestFormParams
}

export type AskOptions = {
  /** Names the peer and its caller: nobody else answers. */
  peer: string
  /** Ends the waiting. */
  signal: AbortSignal
  send(message: FormMessage): Promise<void>
}

/** Forms that peers of the 2025 revisions have been sent and not answered yet. */
export type OlderForms = {
  /** Sends a form and waits for what comes back; `undefined` when nothing does. */
  ask(form: ElicitRequestFormParams, options: AskOptions): Promise<unknown>
  /** Hands an answer to whoever waits for it; `false` when nobody does. */
  answer(peer: string, id: unknown, result: unknown): boolean
}

export function createOlderForms(): OlderForms {
  const waiting = new Map<string, (result: unknown) => void>()
  const keyOf = (peer: string, id: unknown) => JSON.stringify([peer, id])
  return {
    async ask(form, { peer, signal, send }) {
      // A name of its own: servers that count from zero for each call would ask two things under one.
      const id = randomUUID()
      const key = keyOf(peer, id)
      const { promise, resolve } = Promise.withResolvers<unknown>()
      const giveUp = () => resolve(undefined)
      waiting.set(key, resolve)
      signal.addEventListener('abort', giveUp)
      // A peer that is gone shows no form.
      send({ jsonrpc: '2.0', id, method: 'elicitation/create', params: form }).catch(giveUp)
      if (signal.aborted) giveUp()
      return promise.finally(() => {
        waiting.delete(key)
        signal.removeEventListener('abort', giveUp)
      })
    },
    answer(peer, id, result) {
      const resolve = waiting.get(keyOf(peer, id))
      resolve?.(result)
      return resolve !== undefined
    },
  }
}
