import { GatewayError, toGatewayError } from '../../errors.ts'

/** What the source says of a value or a rule of its own: not null, check, unique, foreign key, text that is no number. */
const refusedCodes = /^(22|23)/

/** Words a failed write. What is about the values can be put right by who asked; anything else may be tried again. */
export function toWriteError(error: unknown, { source, title }: { source: string; title: string }): GatewayError {
  if (error instanceof GatewayError) return error
  const { code, message, detail } = Object(error) as { code?: unknown; message?: string; detail?: string }
  if (typeof code !== 'string') return toGatewayError(error)
  if (refusedCodes.test(code)) {
    const why = [message, detail].filter(Boolean).join(' – ')
    return new GatewayError({
      code: 'invalid-input',
      message: `The ${title} refuses this: ${why}`,
      source,
      cause: error,
    })
  }
  if (code === '42501') {
    const told = `The gateway may not write this at the ${title}.`
    return new GatewayError({ code: 'forbidden', message: told, source, cause: error })
  }
  const told = `The ${title} could not be written to.`
  return new GatewayError({ code: 'source-unavailable', message: told, source, cause: error })
}
