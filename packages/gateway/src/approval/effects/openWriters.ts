import type { LakefrontConfig } from '../../config/types.ts'
import type { RecordWriter } from './port.ts'
import { openPostgresWriter } from './postgresWriter.ts'

/** One writer for each source that the configuration lets be written, by its id. */
export function openWriters({ sources, writes = {} }: LakefrontConfig, titleOfSource: (id: string) => string) {
  const writers = new Map<string, RecordWriter>()
  for (const { source } of Object.values(writes)) {
    const config = sources[source]
    const url = config && 'postgres' in config ? config.postgres.writerUrl : undefined
    if (url === undefined || writers.has(source)) continue
    writers.set(source, openPostgresWriter({ source, title: titleOfSource(source), url }))
  }
  return writers
}
