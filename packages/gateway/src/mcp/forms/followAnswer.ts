import type { ToolName } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/server'
import type { FormAnswer } from './readAnswer.ts'

/** A call of a tool, and how to make another one for the same caller. */
export type FormCall = {
  name: ToolName
  input: unknown
  call(name: ToolName, input: unknown): Promise<CallToolResult>
}

/** What the form was about: exactly this request, as it was shown in it. */
export type FormSubject = { requestId: string; shownHash: string }

/** Decides as the person has, and goes on with the call; without a decision it tells where things stand. */
export async function followAnswer(
  { name, input, call }: FormCall,
  { requestId, shownHash }: FormSubject,
  answer: FormAnswer | undefined,
): Promise<CallToolResult> {
  const isWrite = name === 'create_record' || name === 'update_record'
  // A write is asked for under the request's name, and does nothing twice; a read finds its open request by itself.
  if (!answer) return call(name, isWrite ? { ...Object(input), requestId } : input)
  const decided = await call('decide_approval', { requestId, shownHash, ...answer })
  if (isWrite || decided.isError) return decided
  return call(name, { ...Object(input), approvalId: requestId })
}
