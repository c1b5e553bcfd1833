import type { AutonomyLevel, EffectClass } from '@lakefront/contract'

/** What policies look at: an effect's size, not its content. `null` is not known, which is never small. */
export type EffectFacts = {
  tool: string
  /** Everything that it writes to or reads from; at least one. */
  sources: readonly string[]
  effectClass: EffectClass
  /** The high end of the estimate, in US dollars. */
  costUsd: number | null
  /** Rows or records that it changes, sends or reads. */
  rows: number | null
  /** People whose data it touches. */
  people: number | null
  /** Kinds of personal data that it touches, such as `email`; empty for none. */
  piiClasses: readonly string[]
  /** Where it sends something to, such as `braze`; empty for nowhere. */
  channels: readonly string[]
}

/** Who wants it, and through which agent. */
export type Requester = { userId: string; roles: readonly string[]; agentId?: string | undefined }

/** Who has to agree. */
export type Approvers = {
  /** Any of these roles may decide. Empty: everybody of the tenant. */
  roles: readonly string[]
  /** So many different people have to approve. */
  quorum: number
  /** Whoever asks for it cannot be one of them. */
  fourEyes: boolean
}

/** Applies where everything that it names fits. Left out means any. */
export type PolicyRule = {
  verdict: 'deny' | 'ask' | 'allow'
  /** Said to whoever meets it. */
  reason?: string | undefined
  tools?: readonly string[] | undefined
  /** Judged for each source of an effect; the strictest verdict counts. */
  sources?: readonly string[] | undefined
  effects?: readonly EffectClass[] | undefined
  agents?: readonly string[] | undefined
  roles?: readonly string[] | undefined
  /** Only with `ask`: who decides instead of the usual approvers. */
  approvers?: Partial<Approvers> | undefined
}

/** Within these an effect runs by itself at the level `limited`. A limit that is left out allows nothing of its kind. */
export type AutonomyLimits = {
  costUsdPerEffect?: number | undefined
  costUsdPerDay?: number | undefined
  rows?: number | undefined
  people?: number | undefined
  piiClasses?: readonly string[] | undefined
  channels?: readonly string[] | undefined
}

export type Policy = {
  level: AutonomyLevel
  limits: AutonomyLimits
  rules: readonly PolicyRule[]
  approvers: Approvers
}

/** What the requester's effects that ran by themselves have cost today. */
export type UsedToday = { costUsd: number }

/** What a policy says of an effect. */
export type Verdict = {
  verdict: 'deny' | 'ask' | 'allow'
  /** Short sentences: why. */
  because: readonly string[]
  /** Who has to agree; only with `ask`. */
  approvers?: Approvers | undefined
}

/** A verdict that depends on what has run today, and how to weigh again just before it is written down. */
export type WeighedVerdict = Verdict & { weighAgain?: ((usedToday: UsedToday) => Verdict) | undefined }
