import { afterAll, beforeAll, expect, test } from 'vitest'
import { panelOf } from './screen.ts'
import { type Stack, startStack } from './stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ isBuilt: false })
})
afterAll(() => stack?.stop())

test('behavior: the main job without a pointer', async () => {
  const page = await stack.open()
  const panel = panelOf(page)
  const input = panel.getByRole('textbox', { name: 'Your question' })
  await input.waitFor()
  const isFocused = () => input.evaluate((element) => element === document.activeElement)
  for (let presses = 0; !(await isFocused()); presses += 1) {
    if (presses > 60) throw new Error('The question cannot be reached with the Tab key.')
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('What is the lifetime gross margin by account for the Cleveland territory?')
  await page.keyboard.press('Enter')
  const grid = panel.getByRole('grid')
  await grid.getByRole('gridcell').first().waitFor()
  expect(await isFocused()).toBe(true)

  // Back through the answer to its table, down to the third account, and in.
  const inGrid = () => grid.evaluate((element) => element.contains(document.activeElement))
  for (let presses = 0; !(await inGrid()); presses += 1) {
    if (presses > 20) throw new Error('The table cannot be reached with the Tab key.')
    await page.keyboard.press('Shift+Tab')
  }
  await page.keyboard.press('Control+Home')
  for (const _ of [1, 2]) await page.keyboard.press('ArrowDown')
  const name = await page.evaluate(() => (document.activeElement as HTMLElement).textContent.trim())
  await page.keyboard.press('Enter')
  await page.waitForURL('**/accounts/*')
  await page.getByRole('heading', { name }).waitFor()
})
