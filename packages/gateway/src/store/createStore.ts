import { setTimeout } from 'node:timers/promises'
import { GatewayError } from '../errors.ts'
import type { Driver, Store } from './port.ts'

const mostAttempts = 6
const firstPauseMs = 5

/** A store over a driver: runs a transaction again that Postgres broke off for another's sake, and words its faults. */
export function createStore(driver: Driver): Store {
  return {
    query: (sql, values) => driver.query<never>(sql, values).catch(rethrow),
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await driver.begin(work)
        } catch (error) {
          if (attempt === mostAttempts || !gaveWay(error)) throw toStoreError(error)
          await setTimeout(firstPauseMs * 2 ** attempt * Math.random())
        }
      }
    },
    close: driver.close,
  }
}

/** Serialization failure, deadlock. */
function gaveWay(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown }
  return code === '40001' || code === '40P01'
}

function rethrow(error: unknown): never {
  throw toStoreError(error)
}

/** SQLSTATE classes of a server that is away, ends or takes no more, and what Node and the driver say of a broken connection. */
const awayCodes = /^(08|40|53|55|57)...$|^E[A-Z]+$|^CONNECT/

/** A server that cannot be reached is nobody's mistake; a statement of ours that fails is a bug, and stays what it is. */
function toStoreError(error: unknown): unknown {
  const { code } = Object(error) as { code?: unknown }
  if (error instanceof GatewayError || typeof code !== 'string' || !awayCodes.test(code)) return error
  return new GatewayError({
    code: 'store-unavailable',
    message:
      'The records of this gateway cannot be reached at the moment, so it does nothing that it could not record.',
    cause: error,
  })
}
