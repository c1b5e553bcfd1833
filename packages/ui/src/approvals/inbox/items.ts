import type { ApprovalRequest } from '@lakefront/react'

/** A place in the list of what waits. */
export type InboxItem = {
  /** Stays when the request is replaced by an edited one, so that the card stays in its place. */
  key: string
  request: ApprovalRequest
  /** What it was edited from. */
  previous?: ApprovalRequest | undefined
  /** It waits no longer; it stays where it was until somebody looks elsewhere, so that nothing moves under a hand. */
  hasLeft: boolean
}

/** The places after a new reading of the list: those that there were stay in their order, new ones come on top. */
export function keepItems(before: readonly InboxItem[], listed: readonly ApprovalRequest[]): InboxItem[] {
  const byId = new Map(listed.map((request) => [request.requestId, request]))
  const kept = before.map((item): InboxItem => {
    const request = byId.get(item.request.requestId)
    byId.delete(item.request.requestId)
    return request ? { ...item, request, hasLeft: false } : { ...item, hasLeft: true }
  })
  const added = [...byId.values()].map((request) => ({ key: request.requestId, request, hasLeft: false }))
  return isOlder(added, kept) ? [...kept, ...added] : [...added, ...kept]
}

/** A request was edited: the edited one takes its place, and the place that it may have had itself falls away. */
export function replaceItem(
  items: readonly InboxItem[],
  previous: ApprovalRequest,
  request: ApprovalRequest,
): InboxItem[] {
  return items
    .filter((item) => item.request.requestId !== request.requestId)
    .map((item) =>
      item.request.requestId === previous.requestId ? { ...item, request, previous, hasLeft: false } : item,
    )
}

/** Whether what was added is a further page. */
function isOlder(added: readonly InboxItem[], kept: readonly InboxItem[]): boolean {
  const [first] = added
  const last = kept.at(-1)
  return first !== undefined && last !== undefined && first.request.createdAt < last.request.createdAt
}
