import type { Client } from '@lakefront/client'

const question = 'What is the lifetime gross margin by account for the Cleveland territory?'

/** Asks the main question: when the first row was here, and how long the slowest source call inside it took. */
export async function timeFirstRow(client: Client) {
  const startedAt = performance.now()
  let firstRowMs: number | undefined
  const answer = await client.ask(
    { question },
    {
      onEvent: (event) => {
        if (event.type === 'result-ready' && event.result.rows.length > 0) firstRowMs ??= performance.now() - startedAt
      },
    },
  )
  const wholeMs = performance.now() - startedAt
  if (answer.status !== 'answered') throw new Error(`The main question was not answered: ${answer.text}`)
  const sourceCallsMs = answer.steps
    .filter(({ source }) => source !== 'gateway')
    .map(({ durationMs }) => durationMs ?? 0)
  return {
    'main question, to the first row': firstRowMs ?? wholeMs,
    'main question, to the whole answer': wholeMs,
    '  slowest source call inside it': Math.max(...sourceCallsMs),
    '  all source calls inside it': sourceCallsMs.reduce((sum, durationMs) => sum + durationMs, 0),
  }
}
