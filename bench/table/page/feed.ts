import { createMessageSplitter } from '../../../packages/client/src/results/splitMessages.ts'
import { nextTask } from '../../chromium/page/frames.ts'

/** A connection that stays silent until it is started, and then brings one Arrow message a task. */
export function feedOf(stream: Uint8Array<ArrayBuffer>) {
  const splitter = createMessageSplitter()
  const messages = [...splitter.push(stream)].map(({ bytes }) => bytes)
  const end = stream.subarray(messages.reduce((sum, { length }) => sum + length, 0))
  const waiting = Promise.withResolvers<void>()
  const parts = [...messages, end].values()
  const body = () =>
    new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          await waiting.promise
          await nextTask()
          const { value } = parts.next()
          if (value) controller.enqueue(value)
          else controller.close()
        },
      },
      { highWaterMark: 0 },
    )
  return { fetch: async () => new Response(body()), start: waiting.resolve }
}
