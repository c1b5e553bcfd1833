import { createClient } from '@lakefront/client'
import type { Answer, QuestionContext, Row } from '@lakefront/contract'

export type AskedQuestion = { question: string; followUps?: readonly string[]; context?: QuestionContext }

/** Asks as any client does, follow-ups in one conversation, and reads every row of the last answer. */
export type Asker = {
  ask(asked: AskedQuestion): Promise<{ answer: Answer; rows: readonly Row[] }>
  close(): Promise<void>
}

/** An asker for the gateway at an address, or for one in this process behind `fetch`. */
export function createAsker(options: {
  gatewayUrl: string
  getAccessToken: () => Promise<string>
  fetch?: typeof fetch
}): Asker {
  const client = createClient(options)
  return {
    async ask({ question, followUps = [], context }) {
      const pageSize = 10_000
      let answer = await client.ask({ question, context, pageSize })
      for (const followUp of followUps) {
        const { conversationId } = answer
        answer = await client.ask({ question: followUp, context, conversationId, pageSize })
      }
      return { answer, rows: answer.result?.rows ?? [] }
    },
    close: () => client.close(),
  }
}
