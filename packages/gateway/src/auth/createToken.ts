import { SignJWT } from 'jose'

export type CreateTokenParameters = {
  /** The same HS256 secret as in the configuration: at least 32 bytes. */
  jwtSecret: string
  tenantId: string
  userId: string
  /** The assistant that acts for the person, if one does. */
  agentId?: string | undefined
  roles?: readonly string[] | undefined
  issuer?: string | undefined
  audience?: string | undefined
  /** Seconds until it expires. Default one hour. */
  expiresInSeconds?: number | undefined
}

/** Signs a token that a gateway with the same secret accepts. For the host's server; a browser must never hold the secret. */
export async function createToken(parameters: CreateTokenParameters): Promise<string> {
  const { jwtSecret, tenantId, userId, agentId, roles = [], issuer, audience, expiresInSeconds = 3_600 } = parameters
  const issuedAt = Math.floor(Date.now() / 1_000)
  const token = new SignJWT({
    tenant: tenantId,
    roles: [...roles],
    ...(agentId !== undefined && { act: { sub: agentId } }),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(userId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + expiresInSeconds)
  if (issuer !== undefined) token.setIssuer(issuer)
  if (audience !== undefined) token.setAudience(audience)
  return token.sign(new TextEncoder().encode(jwtSecret))
}
