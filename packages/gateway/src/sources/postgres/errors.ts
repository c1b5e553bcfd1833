import { GatewayError } from '../../errors.ts'
import { inSentence, unavailable } from '../resilience.ts'

type Named = { source: string; title: string }

/** Postgres's classes for a server that goes away or takes no more: the statement is not to blame. */
const serverFault = /^(08|57P|53)/

/** Turns whatever the driver threw into ours. */
export function fromPostgresError(error: unknown, { source, title }: Named): GatewayError {
  if (error instanceof GatewayError) return error
  const { code, message } = error as { code?: string; message?: string }
  if (code === '57014') return cancelledOrLate(message ?? '', { source, title }, error)
  const isStatement = error instanceof Error && error.name === 'PostgresError' && !serverFault.test(code ?? '')
  if (!isStatement) return unavailable({ source, title, cause: error })
  return new GatewayError({
    code: 'statement-failed',
    message: message ?? 'The statement failed.',
    source,
    cause: error,
  })
}

function cancelledOrLate(message: string, { source, title }: Named, cause: unknown): GatewayError {
  if (!/timeout/.test(message))
    return new GatewayError({ code: 'cancelled', message: 'The request was cancelled.', cause })
  return new GatewayError({ code: 'source-timeout', message: `The ${inSentence(title)} took too long.`, source, cause })
}
