import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import { encodeRows } from '../../arrow/fromRows.ts'
import { GatewayError } from '../../errors.ts'
import type { LakehouseDatabase } from '../database/openDatabase.ts'
import { limits } from '../limits.ts'
import { openQuery } from '../query/openQuery.ts'
import { writeStream } from './writeStream.ts'

/** Where a statement is posted whose rows come back as a stream. */
export const statementStreamPath = '/statements'

/** JSON may write each character of a statement as six. */
const maxBodyBytes = 6 * limits.sqlLength + 1_000

/** A statement, and how many of its rows are wanted. */
export const statementSchema = z.object({
  sql: z.string().max(limits.sqlLength).describe('One select.'),
  maxRows: z.number().int().min(1).max(limits.maxRows).optional().describe('Stop after this many rows.'),
  columnsFirst: z.boolean().optional().describe('Send the columns before the statement runs.'),
})

/**
 * Runs the statement in the request's body and streams its rows: what a tool call and a linked stream do in two requests.
 * Before its first rows, a line of JSON says now and then how far it has come; where its columns were sent first, a batch
 * without rows says only that it has.
 */
export async function streamStatement(
  database: LakehouseDatabase,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const hangUp = new AbortController()
  response.once('close', () => hangUp.abort())
  await writeStream(response, async () => {
    const { sql, maxRows = limits.maxRows, columnsFirst = false } = await readStatement(request)
    const tellPercent = (percent: number) => void response.write(`${JSON.stringify({ percent })}\n`)
    const tellAlive = () => void response.write(encodeRows(query.columns, [], query.types).bytes)
    const onProgress = columnsFirst ? tellAlive : tellPercent
    const query = await openQuery(database, sql, { signal: hangUp.signal, onProgress, columnsFirst })
    return { query, maxRows }
  })
}

async function readStatement(request: IncomingMessage): Promise<z.infer<typeof statementSchema>> {
  const statement = statementSchema.safeParse(parseJson(await readText(request)))
  if (!statement.success) throw invalid(z.prettifyError(statement.error))
  return statement.data
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBodyBytes) throw invalid(`The request is longer than ${maxBodyBytes} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw invalid('The request is not JSON.', cause)
  }
}

function invalid(message: string, cause?: unknown): GatewayError {
  return new GatewayError({ code: 'invalid-input', message, cause })
}
