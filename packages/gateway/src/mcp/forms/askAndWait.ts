import type { CallToolResult } from '@modelcontextprotocol/server'
import { type FormCall, followAnswer } from './followAnswer.ts'
import { formOf } from './formOf.ts'
import { pendingOf } from './pendingOf.ts'
import { readAnswer } from './readAnswer.ts'

/** For peers of 2025: the form is sent while the call goes on, and its answer is waited for. */
export async function askAndWait(
  call: FormCall,
  ask: (form: ReturnType<typeof formOf>) => Promise<unknown>,
): Promise<CallToolResult> {
  const result = await call.call(call.name, call.input)
  const pending = pendingOf(result)
  const answer = pending && readAnswer(await ask(formOf(pending)))
  return pending && answer ? followAnswer(call, pending, answer) : result
}
