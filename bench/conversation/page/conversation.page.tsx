import { type Conversation, ConversationProvider, LakefrontProvider, type Turn } from '@lakefront/react'
import { createTestClient, sampleAnswer, sampleCatalog, sampleResultPage } from '@lakefront/testing'
import { AssistantPanel } from '@lakefront/ui'
import '@lakefront/ui/styles.css'
import { createRoot } from 'react-dom/client'
import { expose } from '../../chromium/page/expose.ts'
import { nextFrame, untilPainted } from '../../chromium/page/frames.ts'
import { type Scrolled, scrollFrames } from '../../chromium/page/scrollFrames.ts'
import { type LongTasks, watchLongTasks } from '../../chromium/page/watchLongTasks.ts'

export type ConversationPage = {
  /** Opens the panel on a conversation of so many turns, until its last question is painted. */
  open(turnCount: number): Promise<{ timeMs: number; longTasks: LongTasks; elements: number }>
  close(): Promise<void>
  /** Scrolls back through it from its end. */
  scrollBack(frames: number): Promise<Scrolled & { longTasks: LongTasks; elements: number }>
}

const pixelsPerFrame = 200
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

function conversationOf(turnCount: number): Conversation {
  const state = {
    turns: Array.from({ length: turnCount }, (_, index) => turnOf(index + 1)),
    status: 'idle' as const,
    conversationId: 'conversation-1',
  }
  const unasked = () => Promise.reject(new Error('Nobody asks anything here.'))
  return {
    getState: () => state,
    getInitialState: () => state,
    subscribe: () => () => {},
    ask: unasked,
    retry: unasked,
    stop() {},
    clear() {},
    setContext() {},
  }
}

const log = () => document.querySelector('[role=log]')
const elements = () => document.querySelectorAll('#root *').length
const isInView = (text: string) =>
  [...document.querySelectorAll('article')].some(
    (turn) => turn.textContent.includes(text) && turn.getBoundingClientRect().top < innerHeight,
  )

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
  await untilPainted(() => isInView(`Question ${turnCount}`))
  const timeMs = performance.now() - startedAt
  return { timeMs, longTasks: await longTasks.end(), elements: elements() }
}

async function scrollBack(frames: number) {
  const longTasks = watchLongTasks()
  const scrolled = await scrollFrames(log()!, { frames, pixelsPerFrame: -pixelsPerFrame, shows: 'article' })
  return { ...scrolled, longTasks: await longTasks.end(), elements: elements() }
}

async function close() {
  root.render(null)
  await untilPainted(() => log() === null)
}

expose({ open, close, scrollBack } satisfies ConversationPage)
