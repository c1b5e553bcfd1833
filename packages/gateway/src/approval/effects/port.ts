import type { Cell } from '@lakefront/contract'

/** One record to be written: a new one without a key. Values are texts as Postgres reads them, or null. */
export type RecordWrite = {
  table: string
  keyColumn: string
  key: string | null
  /** What is to stand there, by column. */
  values: Readonly<Record<string, string | null>>
  /** What must stand there still; nothing for a new record. */
  before: Readonly<Record<string, string | null>>
}

/** What a write would do: the values as the source would keep them. */
export type Preview = { before: Readonly<Record<string, Cell>> | null; after: Readonly<Record<string, Cell>> }

/** Writes records at one source. Throws `GatewayError`s only. */
export type RecordWriter = {
  /**
   * Tries a write and takes it back.
   *
   * @param alsoRead - Columns that are told besides the written ones.
   * @throws {GatewayError} `invalid-input`, `record-not-found`.
   */
  preview(write: Omit<RecordWrite, 'before'>, alsoRead?: readonly string[]): Promise<Preview>
  /**
   * Writes, once under this name however often it is called, and whoever dies meanwhile: the name is written in the same
   * transaction.
   *
   * @returns the record's key.
   * @throws {GatewayError} `record-changed` when something else stands there by now; then nothing was written.
   */
  apply(effectId: string, write: RecordWrite): Promise<string>
  close(): Promise<void>
}
