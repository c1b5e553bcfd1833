import type { TrustedKeys } from './auditKeys.ts'
import { canonicalJson } from './canonicalJson.ts'
import type { Place } from './checkLink.ts'
import { readHead } from './signedHead.ts'

export type HeadCheck = {
  tenantId: string
  /** Where the chain ends. */
  place: Place
  /** What the store holds as the signed end; `undefined` for nothing. */
  signed: string | undefined
  keys: TrustedKeys
}

/** What is wrong with the signed end of a chain; `undefined` when it says what is there. */
export function problemOfHead({ tenantId, place, signed, keys }: HeadCheck): string | undefined {
  const head = signed === undefined ? undefined : readHead(signed, keys)
  if (!head) return 'the end of the chain is not signed by a trusted key'
  if (canonicalJson(head) !== signed) return 'the end of the chain is not written as it was signed'
  const isEnd = head.tenantId === tenantId && head.sequence === place.sequence && head.hash === place.hash
  return isEnd ? undefined : `the chain was signed up to entry ${head.sequence}, and ends elsewhere`
}
