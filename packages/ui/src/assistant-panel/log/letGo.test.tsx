import { ConversationProvider, type Turn } from '@lakefront/react'
import { sampleResultPage } from '@lakefront/testing'
import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { heldConversation } from '../../../test/heldConversation.ts'
import { frames, isDrawn, openLong, settled, storedTurns, turnCount, turnOf } from '../../../test/longConversation.tsx'
import { renderUnderGateway } from '../../../test/underGateway.tsx'
import { AssistantPanel } from '../index.tsx'

// Hundreds of turns are in the page, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 })

/** Five heights of the log, with what is touched or still on its way. */
const mostDrawn = 12

const scrollTo = async (log: HTMLElement, top: number) => {
  log.scrollTop = top
  await settled(log)
}

const drawn = (log: HTMLElement, index: number) =>
  expect.poll(() => isDrawn(turnOf(log, index)), { timeout: 10_000 }).toBe(true)

/** Opens the last of the conversation and goes to where turns 497 and 498, neither of them the newest, are drawn. */
async function openNearEnd() {
  const opened = await openLong(undefined, storedTurns.slice(-40))
  const { log } = opened
  await settled(log)
  await scrollTo(log, log.scrollTop - 1_000)
  await drawn(log, 497)
  await drawn(log, 498)
  const goAway = () => scrollTo(log, log.scrollHeight / 2)
  return { ...opened, goAway, comeBack: () => scrollTo(log, turnOf(log, 498).parentElement!.offsetTop) }
}

test('behavior: however far people scroll, few turns are drawn', async () => {
  const { log } = await openLong()
  await settled(log)
  const stops = 10
  let most = 0
  for (let stop = 1; stop <= stops; stop++) {
    log.scrollTop = (log.scrollHeight * (stops - stop)) / stops
    await frames(5)
    most = Math.max(most, log.querySelectorAll('[role=grid]').length)
  }
  await settled(log)
  expect(log.scrollTop).toBe(0)
  expect(isDrawn(turnOf(log, 1))).toBe(true)
  expect(most).toBeGreaterThan(3)
  expect(most).toBeLessThanOrEqual(mostDrawn)
  expect(log.querySelectorAll('article').length).toBe(turnCount)
})

test('behavior: a turn that is let go of keeps its place, its words and its rows', async () => {
  const { log, attached, goAway, comeBack } = await openNearEnd()
  const shape = () => {
    const { top, height } = turnOf(log, 498).parentElement!.getBoundingClientRect()
    return [log.firstElementChild!.getBoundingClientRect().bottom - top, height]
  }
  const before = shape().map((pixels) => expect.closeTo(pixels, 0))
  await goAway()
  expect(isDrawn(turnOf(log, 498))).toBe(false)
  expect(shape()).toEqual(before)
  expect(turnOf(log, 498).textContent).toContain('Finding 498: margin rose.')
  const asked = attached().length
  await comeBack()
  await drawn(log, 498)
  await expect.element(turnOf(log, 498).querySelector<HTMLElement>('[role=gridcell]')).toBeVisible()
  expect(shape()).toEqual(before)
  expect(attached().slice(asked)).not.toContainEqual({ handle: 'result-498', limit: 200 })
})

test('behavior: what is in sight does not move while turns around it are let go of and drawn again', async () => {
  const { log } = await openNearEnd()
  await scrollTo(log, log.scrollHeight / 2)
  for (const direction of [1, 1, 1, -1, -1]) {
    const middle = log.getBoundingClientRect().top + log.clientHeight / 2
    const anchor = document
      .elementFromPoint(log.getBoundingClientRect().left + 60, middle)
      ?.closest('[role=log] > * > *')
    const before = anchor!.getBoundingClientRect().top
    log.scrollTop += 600 * direction
    await settled(log)
    expect(Math.abs(anchor!.getBoundingClientRect().top - before + 600 * direction)).toBeLessThanOrEqual(1)
  }
})

test('behavior: the turn that has the focus stays', async () => {
  const { log, goAway } = await openNearEnd()
  const button = turnOf(log, 498).querySelector<HTMLElement>('button[aria-expanded]')!
  button.focus({ preventScroll: true })
  await goAway()
  expect(document.activeElement).toBe(button)
  expect(isDrawn(turnOf(log, 498))).toBe(true)
  expect(isDrawn(turnOf(log, 497))).toBe(false)
})

test('behavior: a turn with selected text stays for as long as it is selected', async () => {
  const { log, goAway, comeBack } = await openNearEnd()
  const words = turnOf(log, 498).querySelector('p')!
  getSelection()!.selectAllChildren(words)
  const selected = String(getSelection())
  await goAway()
  expect(selected).toContain('question 498')
  expect(String(getSelection())).toBe(selected)
  expect(isDrawn(turnOf(log, 498))).toBe(true)
  await comeBack()
  getSelection()!.removeAllRanges()
  await goAway()
  expect(isDrawn(turnOf(log, 498))).toBe(false)
})

test('behavior: what was opened or sorted in a turn still is when people come back to it', async () => {
  const { log, goAway, comeBack } = await openNearEnd()
  const heading = () => turnOf(log, 498).querySelector<HTMLElement>('th')!
  await page.elementLocator(heading()).getByRole('button').first().click()
  await expect.element(heading()).toHaveAttribute('aria-sort', 'ascending')
  await page.elementLocator(turnOf(log, 497)).getByRole('button', { name: 'How do we know?' }).click()
  ;(document.activeElement as HTMLElement).blur()
  await goAway()
  await comeBack()
  expect(heading()).toHaveAttribute('aria-sort', 'ascending')
  expect(turnOf(log, 497).querySelector('button[aria-expanded=true]')).toHaveTextContent('How do we know?')
})

test('behavior: to swipe over a turn is not to touch it, to scroll its table is', async () => {
  const { log, goAway } = await openNearEnd()
  const swiped = turnOf(log, 498).querySelector('p')!
  for (const type of ['pointerdown', 'pointermove', 'pointercancel']) {
    swiped.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }))
  }
  turnOf(log, 497).querySelector('[data-scroller]')!.dispatchEvent(new Event('scroll'))
  await goAway()
  expect(isDrawn(turnOf(log, 498))).toBe(false)
  expect(isDrawn(turnOf(log, 497))).toBe(true)
})

test('behavior: a turn that is worked on stays, and is let go of once it has ended', async () => {
  const near = storedTurns.slice(-40)
  const under = (status: Turn['status']) => (
    <ConversationProvider
      conversation={heldConversation(near.map((turn) => (turn.id === 'turn-470' ? { ...turn, status } : turn)))}
    >
      <AssistantPanel />
    </ConversationProvider>
  )
  const { screen, rerender } = await renderUnderGateway(under('running'), {
    fetch_rows: ({ handle }) => sampleResultPage({ handle }),
  })
  const log = screen.getByRole('log').element() as HTMLElement
  await drawn(log, 470)
  await settled(log)
  expect(isDrawn(turnOf(log, 470))).toBe(true)
  expect(isDrawn(turnOf(log, 471))).toBe(false)
  await rerender(under('answered'))
  await expect.poll(() => isDrawn(turnOf(log, 470)), { timeout: 10_000 }).toBe(false)
})
