import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { lockFolder } from '../../packages/gateway/src/store/folderLock.ts'
import { seedCrm } from '../data/seedCrm.ts'
import { serveWire } from './wire.ts'

/** A running CRM database. */
export type RunningCrm = { url: string; close: () => Promise<void> }

/**
 * Opens the CRM in a folder, fills it when it is empty, and serves it to Postgres clients on this machine.
 *
 * @param options.port - 0 takes any free port.
 * @param options.scale - Size of the CRM, should it be empty; 1 is about 5,000 accounts.
 * @throws {FolderInUseError} when another process has the folder open.
 */
export async function startCrm({
  port,
  folder,
  scale = 1,
}: {
  port: number
  folder: string
  scale?: number
}): Promise<RunningCrm> {
  const closing: (() => unknown)[] = [lockFolder(folder)]
  const close = async () => {
    for (const step of closing.reverse()) await step()
  }
  try {
    const database = await PGlite.create(join(folder, 'pgdata'))
    closing.push(() => database.close())
    await seedCrm(
      {
        run: (statements) => database.exec(statements),
        query: async (statement, parameters) =>
          (await database.query<Record<string, unknown>>(statement, [...parameters])).rows,
      },
      { scale },
    )
    const wire = await serveWire(database, { port })
    closing.push(wire.close)
    return { url: `postgres://localhost:${wire.port}/crm`, close }
  } catch (error) {
    await close()
    throw error
  }
}
