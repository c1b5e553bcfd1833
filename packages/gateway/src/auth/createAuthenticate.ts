import { errors, jwtVerify } from 'jose'
import type { AuthenticationConfig } from '../config/types.ts'
import { GatewayError } from '../errors.ts'
import type { Caller } from '../results/port.ts'

/** Tells who a request is from. Throws `unauthenticated` for everybody that it does not know. */
export type Authenticate = (request: Request) => Promise<Caller>

type JwtConfig = Extract<AuthenticationConfig, { jwtSecret: string }>

/** The host's own scheme, or JSON Web Tokens signed with the configured secret. */
export function createAuthenticate(config: AuthenticationConfig): Authenticate {
  const identify = 'authenticate' in config ? config.authenticate : readToken(config)
  return async (request) => {
    const caller = await identify(request)
    if (!caller) throw unauthenticated('This needs an access token.')
    return caller
  }
}

function readToken({ jwtSecret, issuer, audience }: JwtConfig) {
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = crypto.subtle.importKey('raw', new TextEncoder().encode(jwtSecret), hmac, false, ['verify'])
  const options = {
    algorithms: ['HS256'],
    requiredClaims: ['sub', 'tenant', 'exp'],
    clockTolerance: 5,
    ...(issuer !== undefined && { issuer }),
    ...(audience !== undefined && { audience }),
  }
  return async (request: Request): Promise<Caller | undefined> => {
    const token = /^Bearer ([^\s]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
    if (token === undefined) return undefined
    try {
      return toCaller((await jwtVerify(token, await key, options)).payload)
    } catch (error) {
      if (error instanceof GatewayError) throw error
      throw unauthenticated(error instanceof errors.JWTExpired ? expired : 'The access token is not valid.', error)
    }
  }
}

const expired = 'The access token has expired.'

/** `act` (RFC 8693) names the assistant that acts for the person. */
function toCaller({ sub, tenant, roles = [], act }: Record<string, unknown>): Caller {
  const areRoles = Array.isArray(roles) && roles.every((role) => typeof role === 'string')
  if (typeof sub !== 'string' || typeof tenant !== 'string' || !areRoles) {
    throw unauthenticated(
      'The access token lacks a user (`sub`) or a tenant (`tenant`), or its `roles` are not a list.',
    )
  }
  const { sub: agentId } = Object(act) as { sub?: unknown }
  return { tenantId: tenant, userId: sub, roles, ...(typeof agentId === 'string' && { agentId }) }
}

function unauthenticated(message: string, cause?: unknown): GatewayError {
  return new GatewayError({ code: 'unauthenticated', message, cause })
}
