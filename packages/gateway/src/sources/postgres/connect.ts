import postgres from 'postgres'
import { arrayElements, arrayJson } from './arrays.ts'

const mostConnections = 8
const connectTimeoutSeconds = 5
/** Connections that nobody uses are given back; the next question makes a new one. */
const idleSeconds = 60

const readBy = (from: number[], parse: (text: string) => string) => ({
  to: from[0]!,
  from,
  serialize: (value: unknown) => value,
  parse,
})

const asText = (from: number[]) => readBy(from, (text) => text)

const lists = Object.fromEntries(
  Object.entries(arrayElements).map(([oid, element]) => [
    `list${oid}`,
    readBy([Number(oid)], (text) => arrayJson(text, element)),
  ]),
)

/**
 * A pool whose connections start read-only and leave dates, times and JSON as the text that Postgres wrote, and turn
 * arrays into JSON. Types are not fetched: the driver does that on its own, and a connection that breaks meanwhile would end the whole process.
 * Without them it never hands over a new connection by `reserve`, so transactions go through `begin`.
 */
export function connectPostgres(url: string) {
  return postgres(url, {
    max: mostConnections,
    connect_timeout: connectTimeoutSeconds,
    idle_timeout: idleSeconds,
    fetch_types: false,
    prepare: false,
    onnotice: () => undefined,
    connection: { application_name: 'lakefront', TimeZone: 'UTC', default_transaction_read_only: true },
    types: { moments: asText([1082, 1083, 1114, 1184]), json: asText([114, 3802]), ...lists },
  })
}

/** Options of a statement that make the driver use the extended protocol, which takes one statement only. */
export const singleStatement = { simple: false, prepare: false }

export type PostgresPool = ReturnType<typeof connectPostgres>
