import type { EffectClass, GrantTerms, ShownEffect } from '@lakefront/contract'

/** An effect as somebody asks for it. */
export type AskedEffect = {
  shown: ShownEffect
  requester: { userId: string; agentId?: string | undefined }
  /** Digest of its statements but for the values in them; without one, what reads is never always allowed. */
  shape?: string | undefined
}

/** What leaves the company or cannot be undone is looked at each time. */
const grantable: ReadonlySet<EffectClass> = new Set(['costly-read', 'write'])

/** The least that would cover this effect, and never more of anything than is shown; `null` when nothing may. */
export function termsOf({ shown, requester, shape }: AskedEffect): GrantTerms | null {
  const { tool, source, effectClass, record, changes, rows, people, piiClasses, channels } = shown
  const isRead = effectClass === 'costly-read'
  const maxCostUsd = shown.estimate?.high.costUsd ?? null
  const isKnown = people !== null && (isRead ? shape !== undefined && maxCostUsd !== null : rows !== null)
  if (!grantable.has(effectClass) || !isKnown) return null
  return {
    userId: requester.userId,
    agentId: requester.agentId ?? null,
    tool,
    source,
    effectClass,
    entity: record?.entity ?? null,
    columns: isRead ? null : [...new Set(changes.map(({ column }) => column))].sort(),
    shape: (isRead ? shape : null) ?? null,
    maxCostUsd,
    maxRows: rows,
    maxPeople: people,
    piiClasses: [...piiClasses].sort(),
    channels: [...channels].sort(),
  }
}

/** Whether a standing permission covers what an effect would need. */
export function covers(held: GrantTerms, needed: GrantTerms): boolean {
  return (
    sameThings.every((name) => held[name] === needed[name]) &&
    (held.columns === null ? needed.columns === null : isWithin(held.columns, needed.columns)) &&
    (held.maxCostUsd === null ? needed.maxCostUsd === null : isAtMost(held.maxCostUsd, needed.maxCostUsd)) &&
    (held.maxRows === null || isAtMost(held.maxRows, needed.maxRows)) &&
    (held.maxPeople === null || isAtMost(held.maxPeople, needed.maxPeople)) &&
    isWithin(held.piiClasses, needed.piiClasses) &&
    isWithin(held.channels, needed.channels)
  )
}

const sameThings = ['userId', 'agentId', 'tool', 'source', 'effectClass', 'entity', 'shape'] as const

/** What is not known is more than anything. */
const isAtMost = (most: number, amount: number | null) => amount !== null && amount <= most

const isWithin = (allowed: readonly string[], wanted: readonly string[] | null) =>
  wanted?.every((name) => allowed.includes(name)) ?? false
