import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'

/** What signs the heads of the chains and hides values, all from one secret of the team. */
export type AuditKeys = {
  keyId: string
  /** SPKI in PEM, for whoever verifies without the secret. */
  publicKeyPem: string
  /** Ed25519 signature in base64url. */
  sign(text: string): string
  /** The same text gives the same hash, and nobody without the secret can try texts out. */
  hashValue(text: string): string
}

/** Public keys by their id. */
export type TrustedKeys = ReadonlyMap<string, KeyObject>

/** What a private Ed25519 key looks like in PKCS #8, up to its 32 bytes. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Derives both keys, so that a team has one secret to keep. */
export function createAuditKeys(secret: string): AuditKeys {
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Prefix, derive(secret, 'lakefront audit signature')]),
    format: 'der',
    type: 'pkcs8',
  })
  // Imported once: with bytes for a key, each hash takes six times as long.
  const valueKey = createSecretKey(derive(secret, 'lakefront audit values'))
  const publicKey = createPublicKey(privateKey)
  return {
    keyId: keyIdOf(publicKey),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
    hashValue: (text) => createHmac('sha256', valueKey).update(text).digest('hex'),
  }
}

/** Reads public keys in PEM. */
export function trustKeys(publicKeyPems: readonly string[]): TrustedKeys {
  return new Map(publicKeyPems.map((pem) => createPublicKey(pem)).map((key) => [keyIdOf(key), key]))
}

/** Whether one of the keys made this signature. */
export function isSignedBy(keys: TrustedKeys, { keyId, text, signature }: Signed): boolean {
  const key = keys.get(keyId)
  const bytes = Buffer.from(signature, 'base64url')
  // The last letter of base64url has bits to spare: only one way to write a signature counts.
  const isWrittenSo = bytes.toString('base64url') === signature
  return key !== undefined && isWrittenSo && verify(null, Buffer.from(text), key, bytes)
}

type Signed = { keyId: string; text: string; signature: string }

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}

function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}
