/** A value of a statement. Texts carry what JavaScript would round or reword: numerics, 64-bit integers, times, JSON. */
export type SqlValue = string | number | boolean | null

export type SqlRow = Readonly<Record<string, SqlValue>>

/** Statements that all hold or none does. */
export type Transaction = {
  /** Runs one statement; `$1` stands for the first value. */
  query<Row extends SqlRow>(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>
  /** Runs a script of several statements. */
  execute(script: string): Promise<void>
}

/** The gateway's own durable state: Postgres, or the one that is embedded. Never rows of a source. */
export type Store = {
  query: Transaction['query']
  /**
   * Runs `work` in a transaction (read committed), again when Postgres chose it as the one to give way; so it must not do
   * anything but use its transaction.
   */
  transaction<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

/** What a database driver has to offer to become a {@link Store}. */
export type Driver = {
  query: Transaction['query']
  begin<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}
