import { ProtocolError, SdkError, SdkErrorCode } from '@modelcontextprotocol/client'
import { GatewayError } from '../../errors.ts'
import { inSentence, unavailable } from '../resilience.ts'

type Named = { source: string; title: string }

/** Turns whatever the MCP client threw into ours. */
export function fromMcpError(error: unknown, { source, title }: Named): GatewayError {
  if (error instanceof GatewayError) return error
  if (ProtocolError.isInstance(error)) {
    return new GatewayError({ code: 'statement-failed', message: error.message, source, cause: error })
  }
  if (SdkError.isInstance(error) && error.code === SdkErrorCode.InvalidResult) return garbled({ source, title }, error)
  if (error instanceof SyntaxError || (error instanceof Error && error.name.endsWith('ZodError'))) {
    return garbled({ source, title }, error)
  }
  return unavailable({ source, title, cause: error })
}

/** The source answered, but not in any shape that we know. */
export function garbled({ source, title }: Named, cause?: unknown): GatewayError {
  return new GatewayError({
    code: 'source-garbled',
    message: `The ${inSentence(title)} sent an answer that cannot be read.`,
    source,
    cause,
  })
}
