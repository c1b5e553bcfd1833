import type { Migration } from '../planMigrations.ts'

/** All changes to the store's tables, in order. One that was released is never edited: a later one puts it right. */
export const migrations: readonly Migration[] = []
