import { sampleQuestion } from '@lakefront/testing'
import type { Canvas } from 'storybook/internal/types'
import { userEvent } from 'storybook/test'

/** Types a question into the panel and asks it, as a person would. */
export async function askInPanel(canvas: Canvas, question = sampleQuestion) {
  const input = canvas.getByRole('textbox', { name: 'Your question' })
  await userEvent.type(input, `${question}{Enter}`, { delay: null })
}
