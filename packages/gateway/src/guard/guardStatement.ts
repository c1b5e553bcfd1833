import type { Dialect } from '../sources/port.ts'
export type GuardOptions = { dialect: Dialect; tables?: readonly string[] | undefined }
export function guardStatement(_sql: string, _options: GuardOptions): void {}
