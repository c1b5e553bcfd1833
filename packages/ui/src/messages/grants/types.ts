import type { Grant } from '@lakefront/react'

/** What standing permissions say. */
export type GrantMessages = {
  title: string
  show: string
  which: { open: string; ended: string }
  nothing: { open: string; ended: string }
  nothingHint: string
  count(count: number, formatted: string): string
  /** All that one covers, a sentence each. Left out: as the gateway says it, in English. */
  covers?: ((terms: Grant['terms']) => string[]) | undefined
  forWhom(person: string): string
  through(agent: string): string
  grantedBy(person: string, moment: string): string
  revokedBy(person: string, moment: string): string
  used(count: number, formatted: string, moment: string): string
  neverUsed: string
  revoke: string
  revokeOf(sentence: string): string
  revokeHint: string
  confirmRevoke: string
  revoking: string
  revoked: string
  back: string
  problems: Partial<Record<string, string>>
}
