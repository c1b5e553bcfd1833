import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { frames, inSight, openLong, settled, storedTurns, turnCount, turnOf } from '../../../test/longConversation.tsx'
import { AssistantPanel } from '../index.tsx'

// Hundreds of turns are in the page, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 })

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
  await expect.poll(() => log.querySelectorAll('article').length, { timeout: 10_000 }).toBe(turnCount)
  const articles = [...log.querySelectorAll('article')]
  expect(articles.map((article) => article.getAttribute('aria-label'))).toEqual(
    storedTurns.map(({ question }) => `You asked: ${question}`),
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
  for (let step = 0; step < 6; step++) {
    const [anchor] = inSight(log).slice(-1)
    const place = anchor!.getBoundingClientRect().top
    log.scrollTop -= 250
    await settled(log)
    expect(Math.abs(anchor!.getBoundingClientRect().top - place - 250)).toBeLessThanOrEqual(1)
  }
  expect(inSight(log)[0]?.querySelector('[role=grid]')).toBeVisible()
  expect(attached().length - before).toBeLessThan(12)
})

test('behavior: people who scroll up while older turns still come stay where they are', async () => {
  const { log } = await openLong()
  // Right after the frame in which more were asked for. No further than the gap above: what comes into sight grows.
  await frames(1)
  log.scrollTop -= 6
  const place = turnOf(log, turnCount).parentElement!
  const before = place.getBoundingClientRect().top
  await expect.poll(() => log.querySelectorAll('article').length, { timeout: 10_000 }).toBe(turnCount)
  await settled(log)
  expect(Math.abs(place.getBoundingClientRect().top - before)).toBeLessThanOrEqual(1)
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
