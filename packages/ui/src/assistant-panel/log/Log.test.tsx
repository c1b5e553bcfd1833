import { ConversationProvider, type ConversationStorage, type Turn } from '@lakefront/react'
import { sampleAnswer, sampleResultPage } from '@lakefront/testing'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUnderGateway } from '../../../test/underGateway.tsx'
import { AssistantPanel, type AssistantPanelLogProps } from '../index.tsx'

const turnCount = 500
const answered = sampleAnswer()

/** As a storage gives them back: each with the handle of a result of its own. */
const stored: readonly Turn[] = Array.from({ length: turnCount }, (_, index) => ({
  ...answered,
  id: `turn-${index + 1}`,
  question: `question ${index + 1}`,
  suggestions: [],
  text: `Finding ${index + 1}: **margin** rose.`,
  result: sampleResultPage({ handle: `result-${index + 1}`, rows: [], rowCount: null, complete: false, url: '' }),
}))

async function openLong(draw?: AssistantPanelLogProps['children']) {
  const storage: ConversationStorage = {
    load: () => ({ version: 1, turns: stored }),
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

const frames = async (count: number) => {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
}

/** Waits until nothing in sight moves any more. */
async function settled(log: HTMLElement) {
  await vi.waitFor(async () => {
    const before = [log.scrollTop, log.scrollHeight, log.querySelectorAll('*').length]
    await frames(6)
    expect([log.scrollTop, log.scrollHeight, log.querySelectorAll('*').length]).toEqual(before)
  }, 10_000)
}

/** Looks at places only: to look into a turn out of sight would lay it out. */
const inSight = (log: HTMLElement) => {
  const { top, bottom } = log.getBoundingClientRect()
  return [...log.querySelectorAll<HTMLElement>('article')].filter((article) => {
    const place = article.parentElement!.getBoundingClientRect()
    return place.bottom > top && place.top < bottom
  })
}

test('behavior: opening 500 turns draws and takes up those in sight only, at the newest', async () => {
  const { log, attached, screen } = await openLong()
  await expect.element(screen.getByRole('grid').last()).toBeVisible()
  await settled(log)
  expect(inSight(log).at(-1)).toHaveAccessibleName('You asked: question 500')
  expect(attached()).toContainEqual({ handle: 'result-500', limit: 200 })
  expect(attached().length).toBeLessThan(10)
  expect(log.querySelectorAll('*').length).toBeLessThan(turnCount * 8)
})

test('behavior: every word is there to be found and read aloud, in its order', async () => {
  const { log } = await openLong()
  // The older ones follow the newest, some a frame.
  await expect.poll(() => log.querySelectorAll('article').length).toBe(turnCount)
  const articles = [...log.querySelectorAll('article')]
  expect(articles.map((article) => article.getAttribute('aria-label'))).toEqual(
    stored.map(({ question }) => `You asked: ${question}`),
  )
  expect(articles[41]?.textContent).toContain('Finding 42: margin rose.')
  const found = (window as unknown as { find(text: string): boolean }).find('question 42')
  expect(found).toBe(true)
  const selected = getSelection()?.anchorNode?.parentElement?.closest('article')
  expect(selected).toBe(articles[41])
})

test('behavior: scrolled to, a turn is whole, and nothing that is read jumps as those around it become so', async () => {
  const { log, attached } = await openLong()
  await settled(log)
  log.scrollTop = log.scrollHeight / 2
  await settled(log)
  const before = attached().length
  for (let step = 0; step < 10; step++) {
    const [anchor] = inSight(log).slice(-1)
    const place = anchor!.getBoundingClientRect().top
    log.scrollTop -= 150
    await settled(log)
    expect(Math.abs(anchor!.getBoundingClientRect().top - place - 150)).toBeLessThan(2)
  }
  expect(inSight(log)[0]?.querySelector('[role=grid]')).toBeVisible()
  expect(attached().length - before).toBeLessThan(12)
})

test('behavior: what was opened in a turn is still open when people come back to it', async () => {
  const { log, screen } = await openLong()
  await settled(log)
  await screen.getByRole('button', { name: 'How do we know?' }).last().click()
  log.scrollTop = 0
  await settled(log)
  log.scrollTop = log.scrollHeight
  await settled(log)
  const last = screen.getByRole('button', { name: 'How do we know?' }).last()
  await expect.element(last).toHaveAttribute('aria-expanded', 'true')
})

test('behavior: asking draws the turns before it no more', async () => {
  const drawn: string[] = []
  const { log, screen } = await openLong((turn) => {
    drawn.push(turn.question)
    return <AssistantPanel.Turn turn={turn}>{turn.text}</AssistantPanel.Turn>
  })
  await settled(log)
  drawn.length = 0
  await userEvent.fill(screen.getByRole('textbox'), 'and now?')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('article', { name: 'You asked: and now?' })).toBeVisible()
  expect(new Set(drawn)).toEqual(new Set(['question 500', 'and now?']))
  expect(drawn.filter((question) => question === 'question 500').length).toBeLessThan(3)
})
