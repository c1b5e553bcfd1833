import type { AnswerEvent, ResultPage, ToolArguments, ToolName, ToolOutput } from '@lakefront/contract'
import type { Caller } from '../results/port.ts'
import type { Rooms } from '../rooms.ts'

export type ToolContext = {
  rooms: Rooms
  /** Names the call, on the record too. */
  callId: string
  caller: Caller
  /** Aborted when the caller cancels or hangs up; reaches down to the source. */
  signal: AbortSignal
  /** Tells what happens meanwhile. Nobody may be listening. */
  emit(event: AnswerEvent): void
  /** Told of faults that are bugs of ours, with their cause, which never reaches the wire. */
  onFault(error: unknown): void
}

/** One tool: what it says of itself, what it does, and how its output reads to peers that take text only. */
export type Tool<Name extends ToolName = ToolName> = {
  name: Name
  title: string
  description: string
  /** What a peer may assume of it. Default: it reads, and asking twice does no more than asking once. */
  hints?: { readOnlyHint: boolean; destructiveHint: boolean; idempotentHint: boolean } | undefined
  /** Whether this gateway has what the tool works with. Default: it has. */
  isOffered?(rooms: Rooms): boolean
  /** Whether a call goes on the record. Default: it does. Not news is what touches no source and changes nothing. */
  isRecorded?(input: ToolArguments<Name>, context: Pick<ToolContext, 'rooms' | 'caller'>): boolean
  run(input: ToolArguments<Name>, context: ToolContext): Promise<ToolOutput<Name>>
  /** Short Markdown: the finding and the first rows, never the whole output twice. */
  toText(output: ToolOutput<Name>): string
  /** The live result in the output, which is linked to. */
  resultOf?(output: ToolOutput<Name>): ResultPage | undefined
}
