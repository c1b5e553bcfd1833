import { basename, extname } from 'node:path'

/** The name a view goes by: as configured, or its file's stem. */
export function viewName({ name, file }: { name?: string | undefined; file: string }): string {
  return name ?? basename(file, extname(file))
}
