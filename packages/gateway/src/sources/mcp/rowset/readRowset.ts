import { setTimeout as sleep } from 'node:timers/promises'
import { type ErrorCode, errorCodes } from '@lakefront/contract'
import type { CallToolResult, Tool } from '@modelcontextprotocol/client'
import { GatewayError } from '../../../errors.ts'
import type { SourceProgress } from '../../port.ts'
import type { Rowset } from '../../rowset.ts'
import { garbled } from '../errors.ts'
import { normalise } from './normalise.ts'

const firstPollMs = 250
const longestPollMs = 2_000

export type ReadRowsetOptions = {
  source: string
  title: string
  tools: readonly Tool[]
  poll(tool: string, input: Record<string, unknown>): Promise<CallToolResult>
  signal: AbortSignal
  /** Told each time that the server answers "still running". */
  onProgress?: ((progress: SourceProgress) => void) | undefined
}

/** Reads rows out of a tool result; asks again, for servers that answer "still running". */
export async function readRowset(result: CallToolResult, options: ReadRowsetOptions): Promise<Rowset> {
  const { source, signal } = options
  let pauseMs = firstPollMs
  for (let outcome = normalise(result); ; pauseMs = Math.min(pauseMs * 2, longestPollMs)) {
    if (outcome.status === 'rows') return outcome.rowset
    if (outcome.status === 'failed') {
      throw new GatewayError({ code: known(outcome.code), message: outcome.message, source })
    }
    const tool = outcome.status === 'pending' ? pollTool(options.tools) : undefined
    if (outcome.status !== 'pending' || !tool) throw garbled(options)
    options.onProgress?.({ state: outcome.state })
    await sleep(pauseMs, undefined, { signal })
    outcome = normalise(await options.poll(tool, { statement_id: outcome.statementId }))
  }
}

function pollTool(tools: readonly Tool[]): string | undefined {
  return tools.find(({ name }) => name.includes('poll'))?.name
}

/** A server of ours says which of our codes it means; any other server's failure is about the statement. */
function known(code: string | undefined): ErrorCode {
  return code !== undefined && code in errorCodes ? (code as ErrorCode) : 'statement-failed'
}
