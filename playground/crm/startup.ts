import { readerName, writerName } from '../data/crmRoles.ts'

/** What a client asked for when it connected. */
export type Startup = { user: string; settings: ReadonlyMap<string, string> }

const superuser = 'postgres'
const protocolVersion = 0x0003_0000
const cancelCode = 80_877_102
/** Not settings of a session but of the connection itself. */
const connectionKeys = new Set(['user', 'database', 'options', 'replication', 'client_encoding', 'application_name'])

/** Whether a connection was opened only to cancel a statement of another one. */
export function isCancelRequest(message: Uint8Array): boolean {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength)
  return message.byteLength === 16 && view.getInt32(4) === cancelCode
}

/** What Postgres tells a client that it does not let in. */
export function refusal(reason: string): Uint8Array {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C28000\0M${reason}\0\0`)
  const head = Buffer.alloc(5, 'E')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

/** Reads the first message of a connection; every other message is `undefined`. */
export function readStartup(message: Uint8Array): Startup | undefined {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength)
  if (message.byteLength < 9 || view.getInt32(0) !== message.byteLength || view.getInt32(4) !== protocolVersion)
    return undefined
  const words = new TextDecoder().decode(message.subarray(8)).split('\0')
  const pairs = words.flatMap((word, index) =>
    index % 2 === 0 && word ? [[word, words[index + 1] ?? ''] as const] : [],
  )
  const settings = pairs.filter(([key]) => !connectionKeys.has(key) && !key.startsWith('_pq_.'))
  return { user: new Map(pairs).get('user') ?? 'postgres', settings: new Map(settings) }
}

/**
 * What PGlite is told instead of a client's own first message. It has one session: logging in as somebody else would change
 * who that session belongs to, for all clients and for good.
 */
export const ownStartup = startupMessage({ user: superuser, database: superuser })

function startupMessage(settings: Record<string, string>): Uint8Array {
  const words = `${Object.entries(settings).flat().join('\0')}\0\0`
  const message = Buffer.alloc(8 + words.length)
  message.writeInt32BE(message.length, 0)
  message.writeInt32BE(protocolVersion, 4)
  message.write(words, 8)
  return message
}

/**
 * Statements that make the one session of PGlite look like the session that this client asked for. The reader and the writer
 * are who they say; every other name is the owner, as with Postgres' own trust in local users.
 */
export function sessionSql({ user, settings }: Startup): string {
  // PGlite ignores `reset session authorization`, so the way back has a name.
  const statements = [`set session authorization ${superuser}`, 'reset role', 'reset all']
  // Settings of a role take effect at login only, and there is but one login here.
  if (user === readerName || user === writerName) statements.push(`set session authorization ${user}`)
  if (user === readerName) statements.push('set default_transaction_read_only = on')
  for (const [name, value] of settings) statements.push(`set ${quoteName(name)} = ${quoteText(value)}`)
  return statements.join(';')
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
