import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Caller } from './port.ts'

export type SignedLinks = {
  /** Path and query of a result's stream, good for one caller until it expires. */
  sign(handle: string, caller: Caller, expiresAt: number): string
  /** Whether a link's signature is for this caller; and until when it is good. */
  check(url: URL, handle: string, caller: Caller): { isGenuine: boolean; expiresAt: number }
}

/** @param key - Made at start when left out: links then die with the process, as the results do. */
export function createSignedLinks(key: Uint8Array = randomBytes(32)): SignedLinks {
  const signatureOf = (handle: string, { tenantId, userId }: Caller, expiresAt: number) =>
    createHmac('sha256', key)
      .update(JSON.stringify([handle, tenantId, userId, expiresAt]))
      .digest()

  return {
    sign(handle, caller, expiresAt) {
      const signature = signatureOf(handle, caller, expiresAt).toString('base64url')
      return `/results/${handle}?expires=${expiresAt}&signature=${signature}`
    },
    check({ searchParams }, handle, caller) {
      const expiresAt = Number(searchParams.get('expires'))
      const told = Buffer.from(searchParams.get('signature') ?? '', 'base64url')
      const own = signatureOf(handle, caller, expiresAt)
      return { isGenuine: told.length === own.length && timingSafeEqual(told, own), expiresAt }
    },
  }
}
