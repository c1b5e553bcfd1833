import { watchStream } from '../../results/watchStream.ts'
import type { Source } from '../../sources/port.ts'
import { currentCall, type WatchedStatement } from './callRecord.ts'

/** The same source, noting every statement for the call that it is sent for. */
export function watchStatements(source: Source): Source {
  return {
    ...source,
    async query(sql, options) {
      const call = currentCall.getStore()
      if (!call) return source.query(sql, options)
      const statement: WatchedStatement = {
        source: source.id,
        dialect: source.dialect,
        sql,
        startedAt: new Date().toISOString(),
        status: 'running',
        rowsOut: 0,
        bytesScanned: null,
      }
      call.statements.push(statement)
      const end = (change: Partial<WatchedStatement>) => {
        Object.assign(statement, change)
        call.onEnd()
      }
      try {
        const result = await source.query(sql, options)
        return watchStream(result, {
          onBatch: ({ rowCount }) => {
            statement.rowsOut += rowCount
          },
          onEnd: (outcome) =>
            end({ status: outcome === 'whole' ? 'done' : outcome, bytesScanned: result.stats().bytesScanned }),
        })
      } catch (error) {
        end({ status: 'failed' })
        throw error
      }
    },
  }
}
