import { sampleQuestion } from '@lakefront/testing'
import { configure, userEvent, type within } from 'storybook/test'

// The first story also waits for the bundler.
configure({ asyncUtilTimeout: 30_000 })

type Canvas = Pick<ReturnType<typeof within>, 'getByRole'>

/** Types a question into the panel and asks it, as a person would. */
export async function askInPanel(canvas: Canvas, question = sampleQuestion) {
  const input = canvas.getByRole('textbox')
  await userEvent.click(input)
  await userEvent.paste(question)
  await userEvent.keyboard('{Enter}')
}
