/** Folder name in the address of an entity's pages: `account` has `/accounts`. */
export function segmentOf(entity: string): string {
  return entity.endsWith('y') ? `${entity.slice(0, -1)}ies` : `${entity}s`
}

/** The entity whose pages are under this folder name; the undoing of {@link segmentOf}. */
export function entityOf(segment: string): string {
  return segment.endsWith('ies') ? `${segment.slice(0, -3)}y` : segment.replace(/s$/, '')
}

/** Address of an entity's list. */
export const listPath = (entity: string) => `/${segmentOf(entity)}`

/** Address of one record. */
export const recordPath = (entity: string, id: string) => `${listPath(entity)}/${encodeURIComponent(id)}`

/** Address of what waits for somebody's consent. */
export const approvalsPath = '/approvals'

/** Address of what was spent, and of what may be. */
export const spendingPath = '/spending'

/** Address of who asked what, and what was read for it. */
export const auditPath = '/audit'

/** What an address shows. */
export type Place =
  | { kind: 'home' }
  | { kind: 'approvals' }
  | { kind: 'spending' }
  | { kind: 'audit' }
  | { kind: 'list'; entity: string }
  | { kind: 'record'; entity: string; id: string }
  | { kind: 'unknown' }

/** Reads an address; one that cannot be decoded is unknown, never an error. */
export function readPath(path: string): Place {
  const parts = path.split('/').filter(Boolean)
  const [segment, id] = parts
  if (segment === undefined) return { kind: 'home' }
  if (path === approvalsPath) return { kind: 'approvals' }
  if (path === spendingPath) return { kind: 'spending' }
  if (path === auditPath) return { kind: 'audit' }
  if (parts.length === 1) return { kind: 'list', entity: entityOf(segment) }
  if (parts.length > 2 || id === undefined) return { kind: 'unknown' }
  try {
    return { kind: 'record', entity: entityOf(segment), id: decodeURIComponent(id) }
  } catch {
    return { kind: 'unknown' }
  }
}
