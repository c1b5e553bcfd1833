import { type DuckDBConnection, type DuckDBPreparedStatement, StatementType } from '@duckdb/node-api'
import { GatewayError } from '../../errors.ts'
import { guardStatement } from '../../guard/guardStatement.ts'

/**
 * Prepares the one `select` that a caller may run. DuckDB's own parser has the last word: the guard's parser decides
 * what is inside, DuckDB decides what it is.
 */
export async function prepareSelect(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  guardStatement(sql, { dialect: 'duckdb' })
  try {
    const statements = await connection.extractStatements(sql)
    if (statements.count !== 1) throw refused(`There must be exactly one statement, not ${statements.count}.`)
    const prepared = await statements.prepare(0)
    if (prepared.statementType !== StatementType.SELECT) throw refused('Only a select may run here.')
    return prepared
  } catch (error) {
    throw statementError(error)
  }
}

/** DuckDB's message is about the caller's own statement, so it may be passed on. */
export function statementError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (/INTERRUPT/.test(message)) return new GatewayError({ code: 'cancelled', message: 'The statement was cancelled.' })
  const isLimit = /Out of Memory/i.test(message)
  return new GatewayError({
    code: isLimit ? 'result-limit' : 'statement-failed',
    message: firstLine(message),
    cause: error,
  })
}

function refused(message: string): GatewayError {
  return new GatewayError({ code: 'statement-refused', message })
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message
}
