import type { Answer, Row } from '@lakefront/contract'
import { blankAnswer } from '../../ask/answer/blankAnswer.ts'
import { type Connection, connectToConfig, connectToUrl } from '../connection.ts'
import { exitCodeOf, toJson } from '../print/answerJson.ts'
import { answerToText } from '../print/answerText.ts'
import { createNarrator } from '../print/narrator.ts'
import { UsageError } from '../usage.ts'

export type AskArguments = {
  question: string
  followUps: readonly string[]
  config?: string | undefined
  url?: string | undefined
  token?: string | undefined
  /** The approval that the last question is to run by. */
  approvalId?: string | undefined
  json?: boolean | undefined
}

const defaultUrl = 'http://localhost:8787/mcp'

/** Most rows that a table in a terminal shows. */
const shownRows = 50
const pageSize = 10_000

/** Asks, follows up, and prints the last answer: a table, or with `--json` one line. Everything else goes to standard error. */
export async function askCommand(parameters: AskArguments): Promise<number> {
  const { question, followUps, approvalId, json = false } = parameters
  const interrupt = new AbortController()
  const stop = () => interrupt.abort()
  process.once('SIGINT', stop)
  const connection = await connect(parameters)
  try {
    const answer = await askInTurn(connection, {
      questions: [question, ...followUps],
      approvalId,
      signal: interrupt.signal,
    })
    const rows = await readRows(connection, answer, json ? Number.POSITIVE_INFINITY : shownRows, interrupt.signal)
    await write(`${json ? toJson(answer, rows) : answerToText(answer, rows)}\n`)
    return exitCodeOf(answer)
  } finally {
    process.off('SIGINT', stop)
    await connection.close()
  }
}

async function connect({ config, url, token = process.env.LAKEFRONT_TOKEN }: AskArguments): Promise<Connection> {
  if (config !== undefined && url !== undefined) throw new UsageError('Expected --config or --url, not both.')
  return config === undefined ? connectToUrl(url ?? defaultUrl, token) : connectToConfig(config)
}

type InTurn = { questions: readonly string[]; approvalId: string | undefined; signal: AbortSignal }

async function askInTurn(connection: Connection, { questions, approvalId, signal }: InTurn): Promise<Answer> {
  let answer: Answer | undefined
  for (const [index, question] of questions.entries()) {
    const approved = index === questions.length - 1 && approvalId !== undefined && { approvalId }
    const input = { question, pageSize, ...approved, ...(answer && { conversationId: answer.conversationId }) }
    const narrator = createNarrator(process.stderr)
    narrator.ask(question)
    answer = await connection.call('ask', input, { signal, onEvent: narrator.tell }).catch((error) => {
      if (signal.aborted) return stopped(question)
      throw error
    })
    narrator.end(answer)
    if (answer.status === 'cancelled' || answer.status === 'approval-required') break
  }
  return answer!
}

/** A call that was given up has no answer; this stands for it. */
function stopped(question: string): Answer {
  const nothing = blankAnswer({ answerId: '', conversationId: '', question, pricesAsOf: null })
  return { ...nothing, status: 'cancelled', text: 'Stopped.' }
}

/** The rows of the answer, page by page, so that they are whole also when the first page was not. */
async function readRows(connection: Connection, answer: Answer, limit: number, signal: AbortSignal): Promise<Row[]> {
  if (!answer.result) return []
  const rows = [...answer.result.rows]
  let page = answer.result
  while (rows.length < limit && !(page.rowCount !== null && rows.length >= page.rowCount)) {
    page = await connection.call(
      'fetch_rows',
      { handle: page.handle, offset: rows.length, limit: pageSize },
      { signal },
    )
    for (const row of page.rows) rows.push(row)
    if (page.rows.length === 0) break
  }
  answer.result = { ...page, rows: [], offset: 0 }
  return rows
}

/** Waits until the text has left the process, or a pipe would get half of it. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())))
}
