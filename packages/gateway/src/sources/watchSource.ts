import { toGatewayError } from '../errors.ts'
import type { Source } from './port.ts'

/** How a source did when it was last used. */
export type Outcome = 'available' | 'unavailable'

/** The same source, telling after each use whether it could be reached. */
export function watchSource(source: Source, onOutcome: (outcome: Outcome) => void): Source {
  async function watch<Value>(work: Promise<Value>): Promise<Value> {
    try {
      const value = await work
      onOutcome('available')
      return value
    } catch (error) {
      const { code } = toGatewayError(error)
      if (code === 'source-unavailable' || code === 'source-timeout') onOutcome('unavailable')
      throw error
    }
  }
  return {
    ...source,
    describe: (options) => watch(source.describe(options)),
    query: (sql, options) => watch(source.query(sql, options)),
  }
}
