import { randomUUID } from 'node:crypto'
import type { ApprovalRequest } from '@lakefront/contract'
import { anna, boss, call, openReading, type Readable } from './reading.ts'

/**
 * A gateway at work until somebody kills it: asked for a read that is too dear, agreed to, and run by its approval, over and
 * over. Every fourth wish is left to wait, and the rows of every second read, the first one's too, stream on after its answer.
 */
const readable: Readable = JSON.parse(process.argv[2]!)
const rooms = await openReading(
  readable,
  (error) => tell('fault', String(error)),
  () => tell('reading'),
)

function tell(...words: string[]) {
  process.stdout.write(`${words.join(' ')}\n`)
}

/** No two of them are the same wish. */
const statementOf = (number: number) =>
  `select l.* from order_lines l, range(${number % 2 === 0 ? 100_000 : 1}) where l.order_number <> '${randomUUID()}'`

async function ask(sql: string): Promise<ApprovalRequest> {
  const { error } = await call(rooms, anna, 'run_query', { source: 'lakehouse', sql })
  if (!error?.approval) throw new Error(`Nobody was asked: ${JSON.stringify(error)}`)
  return error.approval
}

tell('ready')
for (let number = 0; ; number++) {
  const sql = statementOf(number)
  const { requestId, shownHash } = await ask(sql)
  tell('asked', requestId)
  if (number % 4 === 3) continue
  await call(rooms, boss, 'decide_approval', { requestId, shownHash, decision: 'approve' })
  tell('approved', requestId)
  const { error } = await call(rooms, anna, 'run_query', { source: 'lakehouse', sql, approvalId: requestId })
  if (error) tell('fault', JSON.stringify(error))
  else tell('done', requestId)
}
