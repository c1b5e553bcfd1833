import { arrowSource } from '../columns/arrowSource.ts'
import { createEngine } from '../engine/createEngine.ts'
import { copyForTransfer } from './copyForTransfer.ts'
import { createJobQueue } from './jobQueue.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** Longest without looking whether what is worked on is still wanted. */
const sliceMs = 30

type Opened = Pick<ReturnType<typeof arrowSource>, 'push'> & ReturnType<typeof createJobQueue>

let opened: Opened | undefined
let header: readonly Uint8Array[] = []
const cancels = new Map<number, () => void>()

function tell(message: FromWorker, transfer: Transferable[] = []) {
  self.postMessage(message, { transfer })
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'open': {
      const { source, push } = arrowSource(data.columns)
      opened = { push, ...createJobQueue(createEngine(source, data.settings), sliceMs) }
      return
    }
    case 'batch':
      header = data.header ?? header
      return opened?.push([...header, data.batch])
    case 'ask':
      return ask(data)
    case 'cancel':
      cancels.get(data.id)?.()
      cancels.delete(data.id)
  }
}

function ask({ id, job }: Extract<ToWorker, { type: 'ask' }>) {
  const cancel = opened?.ask(job, {
    reply(reply) {
      cancels.delete(id)
      // The engine keeps what it found, for a search in it.
      const { copy, transfer } = copyForTransfer(reply)
      tell({ type: 'reply', id, reply: copy }, transfer)
    },
    fail(error) {
      cancels.delete(id)
      tell({ type: 'failure', id, message: error instanceof Error ? error.message : String(error) })
    },
  })
  if (cancel) cancels.set(id, cancel)
}

tell({ type: 'ready' })
