import * as z from 'zod'
import { type AuditKeys, isSignedBy, type TrustedKeys } from './auditKeys.ts'
import { canonicalJson } from './canonicalJson.ts'

const headSchema = z.strictObject({
  version: z.literal(1),
  tenantId: z.string(),
  sequence: z.int().positive(),
  hash: z.string(),
  signedAt: z.string(),
  keyId: z.string(),
})
const signedHeadSchema = z.strictObject({ ...headSchema.shape, signature: z.string() })

/** The statement that a tenant's chain ended here then, signed. */
export type SignedHead = z.infer<typeof signedHeadSchema>

/** Signs where a chain ends. */
export function signHead(place: { tenantId: string; sequence: number; hash: string }, keys: AuditKeys): SignedHead {
  const { tenantId, sequence, hash } = place
  const head = { version: 1 as const, tenantId, sequence, hash, signedAt: new Date().toISOString(), keyId: keys.keyId }
  return { ...head, signature: keys.sign(canonicalJson(head)) }
}

/** Reads a signed head; `undefined` when it is none, or its signature is not by a trusted key. */
export function readHead(text: string, keys: TrustedKeys): SignedHead | undefined {
  const parsed = signedHeadSchema.safeParse(parseJson(text))
  if (!parsed.success) return undefined
  const { signature, ...head } = parsed.data
  return isSignedBy(keys, { keyId: head.keyId, text: canonicalJson(head), signature }) ? parsed.data : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
