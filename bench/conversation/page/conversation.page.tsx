import { ConversationProvider, LakefrontProvider, type Turn } from '@lakefront/react'
import { createTestClient, sampleAnswer, sampleCatalog, sampleResultPage } from '@lakefront/testing'
import { AssistantPanel } from '@lakefront/ui'
import '@lakefront/ui/styles.css'
import { createRoot } from 'react-dom/client'
import { heldConversation } from '../../../packages/ui/test/heldConversation.ts'
import { expose } from '../../chromium/page/expose.ts'
import { nextFrame, untilPainted } from '../../chromium/page/frames.ts'
import { type Scrolled, scrollFrames } from '../../chromium/page/scrollFrames.ts'
import { type LongTasks, watchLongTasks } from '../../chromium/page/watchLongTasks.ts'

export type ConversationPage = {
  /** Opens the panel on a conversation of so many turns: the time until its last answer is painted, the rest until all is. */
  open(turnCount: number): Promise<{ timeMs: number; longTasks: LongTasks; elements: number }>
  close(): Promise<void>
  /** Scrolls back through it from its end. */
  scrollBack(frames: number): Promise<Scrolled & { longTasks: LongTasks }>
  /** Scrolls on to its beginning: the most elements that were in the page on the way. */
  scrollThrough(): Promise<number>
}

const pixelsPerFrame = 200
/** Where nothing is timed. */
const pixelsPerQuickFrame = 1_200
const { answerId: _answerId, ...answered } = sampleAnswer()
const root = createRoot(document.getElementById('root')!)
const client = createTestClient({ describe_catalog: () => sampleCatalog() })

function turnOf(index: number): Turn {
  return {
    ...answered,
    id: `turn-${index}`,
    question: `Question ${index}`,
    result: sampleResultPage({ handle: `result-${index}` }),
  }
}

const conversationOf = (turnCount: number) =>
  heldConversation(Array.from({ length: turnCount }, (_, index) => turnOf(index + 1)))

const log = () => document.querySelector('[role=log]')
const elements = () => document.querySelectorAll('#root *').length
/** With its rows, not only its words. */
const isAnswerInView = (question: string) =>
  [...document.querySelectorAll('article')].some(
    (turn) =>
      turn.textContent.includes(question) &&
      turn.querySelector('[role=gridcell]') !== null &&
      turn.getBoundingClientRect().top < innerHeight,
  )

/** Until nothing more comes into the page. */
async function untilAllIsThere(turnCount: number) {
  await untilPainted(() => document.querySelectorAll('article').length === turnCount)
  for (let [known, quietFrames] = [0, 0]; quietFrames < 10; quietFrames++) {
    await nextFrame()
    if (elements() !== known) [known, quietFrames] = [elements(), 0]
  }
}

async function open(turnCount: number) {
  const conversation = conversationOf(turnCount)
  await nextFrame()
  const longTasks = watchLongTasks()
  const startedAt = performance.now()
  root.render(
    <LakefrontProvider client={client} locale="en-US">
      <ConversationProvider conversation={conversation}>
        <AssistantPanel timeZone="UTC" style={{ inlineSize: 460, blockSize: 780 }} />
      </ConversationProvider>
    </LakefrontProvider>,
  )
  await untilPainted(() => isAnswerInView(`Question ${turnCount}`))
  const timeMs = performance.now() - startedAt
  await untilAllIsThere(turnCount)
  return { timeMs, longTasks: await longTasks.end(), elements: elements() }
}

async function scrollBack(frames: number) {
  const longTasks = watchLongTasks()
  const scrolled = await scrollFrames(log()!, {
    frames,
    pixelsPerFrame: -pixelsPerFrame,
    shows: 'article:has([role=gridcell])',
  })
  return { ...scrolled, longTasks: await longTasks.end() }
}

async function scrollThrough() {
  const scroller = log()!
  let most = elements()
  while (scroller.scrollTop > 0) {
    scroller.scrollTop -= pixelsPerQuickFrame
    await nextFrame()
    most = Math.max(most, elements())
  }
  return most
}

async function close() {
  root.render(null)
  await untilPainted(() => log() === null)
}

expose({ open, close, scrollBack, scrollThrough } satisfies ConversationPage)
