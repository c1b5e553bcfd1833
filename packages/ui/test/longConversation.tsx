import { ConversationProvider, type ConversationStorage, type Turn } from '@lakefront/react'
import { sampleAnswer, sampleResultPage } from '@lakefront/testing'
import { vi } from 'vitest'
import { AssistantPanel, type AssistantPanelLogProps } from '../src/assistant-panel/index.tsx'
import { renderUnderGateway } from './underGateway.tsx'

export const turnCount = 500
const answered = sampleAnswer()

/** As a storage gives them back: each with the handle of a result of its own. */
export const storedTurns: readonly Turn[] = Array.from({ length: turnCount }, (_, index) => ({
  ...answered,
  id: `turn-${index + 1}`,
  question: `question ${index + 1}`,
  suggestions: [],
  text: `Finding ${index + 1}: **margin** rose.`,
  result: sampleResultPage({ handle: `result-${index + 1}`, rows: [], rowCount: null, complete: false, url: '' }),
}))

/** The panel on a long conversation that a storage gives back, and what it asked of the gateway for its rows. */
export async function openLong(draw?: AssistantPanelLogProps['children'], turns = storedTurns) {
  const storage: ConversationStorage = {
    load: () => ({ version: 1, turns }),
    save: () => {},
    remove: () => {},
  }
  const under = await renderUnderGateway(
    <ConversationProvider storage={storage}>
      <AssistantPanel.Root>
        <AssistantPanel.Log>{draw}</AssistantPanel.Log>
        <AssistantPanel.Composer />
      </AssistantPanel.Root>
    </ConversationProvider>,
    { fetch_rows: ({ handle }) => sampleResultPage({ handle }) },
  )
  const log = under.screen.getByRole('log').element() as HTMLElement
  const attached = () => under.client.calls.filter(({ name }) => name === 'fetch_rows').map(({ input }) => input)
  return { ...under, log, attached }
}

export const frames = async (count: number) => {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
}

/** Waits until nothing in sight moves any more. */
export async function settled(log: HTMLElement) {
  await vi.waitFor(async () => {
    const seen = () => JSON.stringify([log.scrollTop, log.scrollHeight, log.querySelectorAll('*').length])
    const before = seen()
    await frames(6)
    if (seen() !== before) throw new Error('It is still moving.')
  }, 50_000)
}

/** Looks at places only: to look into a turn out of sight would lay it out. */
export const inSight = (log: HTMLElement) => {
  const { top, bottom } = log.getBoundingClientRect()
  return [...log.querySelectorAll<HTMLElement>('article')].filter((article) => {
    const place = article.parentElement!.getBoundingClientRect()
    return place.bottom > top && place.top < bottom
  })
}

/** The turn of a question, as it is at the moment. */
export const turnOf = (log: HTMLElement, index: number) =>
  log.querySelector<HTMLElement>(`article[aria-label="You asked: question ${index}"]`)!

export const isDrawn = (turn: Element) => turn.querySelector('[role=grid]') !== null
