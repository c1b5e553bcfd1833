import { sampleAnswer } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUnderGateway } from '../../../test/underGateway.tsx'
import { AssistantPanel } from '../index.tsx'

const asked = (calls: readonly { name: string; input: unknown }[]) =>
  calls.filter(({ name }) => name === 'ask').map(({ input }) => (input as { question: string }).question)

test('behavior: Enter asks once and empties the field, Shift and Enter break the line', async () => {
  const { screen, client } = await renderUnderGateway(<AssistantPanel />)
  const input = screen.getByRole('textbox')
  await input.click()
  await userEvent.keyboard('first{Shift>}{Enter}{/Shift}second')
  await expect.element(input).toHaveValue('first\nsecond')
  await userEvent.keyboard('{Enter}')
  await expect.element(input).toHaveValue('')
  expect(asked(client.calls)).toEqual(['first\nsecond'])
})

test('behavior: nothing but blanks is not asked', async () => {
  const { screen, client } = await renderUnderGateway(<AssistantPanel />)
  await expect.element(screen.getByRole('button', { name: 'Ask' })).toBeDisabled()
  await userEvent.fill(screen.getByRole('textbox'), '  \n ')
  await userEvent.keyboard('{Enter}')
  expect(asked(client.calls)).toEqual([])
})

test('behavior: Enter while an input method composes chooses a word', async () => {
  const { screen, client } = await renderUnderGateway(<AssistantPanel />)
  await userEvent.fill(screen.getByRole('textbox'), 'にほん')
  const composing = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true, cancelable: true })
  screen.getByRole('textbox').element().dispatchEvent(composing)
  expect(asked(client.calls)).toEqual([])
  await expect.element(screen.getByRole('textbox')).toHaveValue('にほん')
})

test('parameters: maxLength keeps what is too long and says how long it is', async () => {
  const composer = <AssistantPanel.Composer maxLength={10} data-testid="composer" />
  const { screen, client } = await renderUnderGateway(<AssistantPanel.Root>{composer}</AssistantPanel.Root>)
  await userEvent.fill(screen.getByRole('textbox'), 'eleven letters')
  await expect.element(screen.getByRole('alert')).toMatchTextContent('14 of 10 characters')
  await expect.element(screen.getByTestId('composer')).toHaveAttribute('data-overlong')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('textbox')).toHaveValue('eleven letters')
  expect(asked(client.calls)).toEqual([])
})

test('behavior: stopping ends the run at the gateway and gives the focus back', async () => {
  const { screen, client } = await renderUnderGateway(<AssistantPanel />, { ask: () => new Promise(() => {}) })
  await userEvent.fill(screen.getByRole('textbox'), 'Revenue by year')
  await userEvent.keyboard('{Enter}')
  await screen.getByRole('button', { name: 'Stop' }).click()
  await expect.element(screen.getByText('Stopped by you', { exact: true })).toBeVisible()
  expect(client.calls.find(({ name }) => name === 'ask')?.signal.aborted).toBe(true)
  await expect.element(screen.getByRole('textbox')).toHaveFocus()
})

test('behavior: a follow-up is asked by its button', async () => {
  const { screen, client } = await renderUnderGateway(<AssistantPanel />, {
    ask: ({ question }) => sampleAnswer({ question, suggestions: ['only 2025'] }),
  })
  await userEvent.fill(screen.getByRole('textbox'), 'Revenue')
  await userEvent.keyboard('{Enter}')
  await screen.getByRole('button', { name: 'only 2025' }).click()
  await expect.poll(() => asked(client.calls)).toEqual(['Revenue', 'only 2025'])
})

test('behavior: a question to start with is asked by its button', async () => {
  const { screen, client } = await renderUnderGateway(<AssistantPanel />)
  await screen.getByRole('button', { name: 'Revenue by quarter in 2025' }).click()
  expect(asked(client.calls)).toEqual(['Revenue by quarter in 2025'])
  await expect.element(screen.getByRole('textbox')).toHaveFocus()
})
