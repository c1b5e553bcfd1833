import type { PGlite } from '@electric-sql/pglite'
import { ownStartup, readStartup, refusal, type Startup, sessionSql } from './startup.ts'

type Waiting = {
  connection: number
  message: Uint8Array
  resolve: (bytes: number) => void
  reject: (error: Error) => void
  onData: (data: Uint8Array) => void
}

const terminate = 'X'.charCodeAt(0)
const syncMessage = Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4)

/**
 * Lets many connections take turns at the one session that PGlite has. A turn lasts from a connection's first message until
 * the database says that it is ready and outside a transaction. So neither the messages of a prepared statement nor the
 * statements of a transaction of two clients can mix, which the queue of the socket library does not ensure.
 *
 * Has the methods that `PGLiteSocketHandler` calls on its queue.
 */
export class Turns {
  readonly #database: PGlite
  readonly #idleLimitMs: number
  readonly #onStuck: (connection: number) => void
  readonly #startups = new Map<number, Startup>()
  #waiting: Waiting[] = []
  #holder: number | undefined
  #last: number | undefined
  #isRunning = false
  #idleTimer: NodeJS.Timeout | undefined

  /**
   * @param options.idleLimitMs - A connection that holds its turn this long without a message loses it.
   * @param options.onStuck - Told which connection that was, to close it.
   */
  constructor(
    database: PGlite,
    { idleLimitMs, onStuck }: { idleLimitMs: number; onStuck: (connection: number) => void },
  ) {
    this.#database = database
    this.#idleLimitMs = idleLimitMs
    this.#onStuck = onStuck
  }

  enqueue(connection: number, message: Uint8Array, onData: (data: Uint8Array) => void): Promise<number> {
    // PGlite would take a goodbye for the end of its only session.
    if (message[0] === terminate && !readStartup(message)) return Promise.resolve(0)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ connection, message, resolve, reject, onData })
      void this.#run()
    })
  }

  /** Forgets what a connection that is gone still wanted. */
  clearQueueForHandler(connection: number): void {
    const gone = this.#waiting.filter((waiting) => waiting.connection === connection)
    this.#waiting = this.#waiting.filter((waiting) => waiting.connection !== connection)
    for (const { reject } of gone) reject(new Error('The client is gone.'))
  }

  /** Ends the turn of a connection that is gone, undoing what it had not committed. */
  async clearTransactionIfNeeded(connection: number): Promise<void> {
    this.#startups.delete(connection)
    if (this.#holder !== connection) return
    clearTimeout(this.#idleTimer)
    await this.#database.runExclusive(() => this.#database.execProtocolRawStream(syncMessage, { onRawData: () => {} }))
    if (this.#database.isInTransaction()) await this.#database.exec('rollback')
    this.#holder = undefined
    void this.#run()
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return
    this.#isRunning = true
    clearTimeout(this.#idleTimer)
    for (let next = this.#takeNext(); next; next = this.#takeNext()) await this.#execute(next)
    this.#isRunning = false
    if (this.#holder !== undefined) this.#watch(this.#holder)
  }

  #takeNext(): Waiting | undefined {
    const index = this.#waiting.findIndex(({ connection }) => this.#holder === undefined || connection === this.#holder)
    return index === -1 ? undefined : this.#waiting.splice(index, 1)[0]
  }

  async #execute({ connection, message, onData, resolve, reject }: Waiting): Promise<void> {
    this.#holder = connection
    const startup = readStartup(message)
    try {
      if (startup) this.#startups.set(connection, startup)
      if (startup || this.#last !== connection) await this.#enterSession(connection)
      let bytes = 0
      const tail = new Tail()
      const onRawData = (data: Uint8Array) => {
        bytes += data.length
        tail.add(data)
        onData(data)
      }
      await this.#database.runExclusive(() =>
        this.#database.execProtocolRawStream(startup ? ownStartup : message, { onRawData }),
      )
      if (tail.isReadyAndIdle()) this.#holder = undefined
      resolve(bytes)
    } catch (error) {
      if (startup) onData(refusal((error as Error).message))
      this.#holder = undefined
      reject(error as Error)
    }
  }

  async #enterSession(connection: number): Promise<void> {
    this.#last = connection
    const startup = this.#startups.get(connection)
    if (startup) await this.#database.exec(sessionSql(startup))
  }

  #watch(connection: number): void {
    this.#idleTimer = setTimeout(() => this.#onStuck(connection), this.#idleLimitMs)
    this.#idleTimer.unref()
  }
}

/** The last bytes of a reply: `ReadyForQuery` always ends it, and says whether a transaction is open. */
class Tail {
  #bytes: number[] = []

  add(data: Uint8Array): void {
    this.#bytes = [...this.#bytes, ...data.subarray(-6)].slice(-6)
  }

  isReadyAndIdle(): boolean {
    return String.fromCharCode(...this.#bytes) === 'Z\0\0\0\u0005I'
  }
}
