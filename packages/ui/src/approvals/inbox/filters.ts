import type { ApprovalRequest, EffectClass } from '@lakefront/react'
import type { ApprovalsOptions } from '@lakefront/react/governance'

/** What the person looks for; an empty text is any. */
export type InboxFilters = {
  search: string
  requestedBy: string
  agentId: string
  source: string
  effectClass: EffectClass | ''
}

export const noFilters: InboxFilters = { search: '', requestedBy: '', agentId: '', source: '', effectClass: '' }

/** The filters as they are asked for. */
export function toOptions({ search, ...choices }: InboxFilters): ApprovalsOptions {
  const chosen = Object.entries({ search: search.trim(), ...choices }).filter(([, value]) => value !== '')
  return Object.fromEntries(chosen)
}

export type Facet = { value: string; label: string; count: number }

/** What there is to choose from, with how often it is there. */
export function facetsOf(
  requests: readonly ApprovalRequest[],
  pick: (request: ApprovalRequest) => { value: string; label: string } | undefined,
): Facet[] {
  const facets = new Map<string, Facet>()
  for (const request of requests) {
    const found = pick(request)
    if (!found) continue
    const facet = facets.get(found.value) ?? { ...found, count: 0 }
    facets.set(found.value, { ...facet, count: facet.count + 1 })
  }
  return [...facets.values()].sort((left, right) => left.label.localeCompare(right.label))
}
