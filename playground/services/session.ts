import type { IncomingMessage, ServerResponse } from 'node:http'
import { SignJWT } from 'jose'
import type { Plugin, ViteDevServer } from 'vite'

/** Somebody who is signed in to the pretend CRM. */
export type PretendUser = {
  id: string
  name: string
  title: string
  roles: readonly string[]
  tenant: string
  company: string
}

/** What the gateway checks tokens with. */
export type SigningKey = { jwtSecret: string; issuer?: string | undefined; audience?: string | undefined }

export const pretendUsers: readonly PretendUser[] = [
  {
    id: 'dana.kowalski',
    name: 'Dana Kowalski',
    title: 'Inside sales',
    roles: ['sales'],
    tenant: 'erie-industrial',
    company: 'Erie Industrial',
  },
  {
    id: 'marcus.lind',
    name: 'Marcus Lind',
    title: 'Guest auditor',
    roles: ['sales'],
    tenant: 'harbor-audit',
    company: 'Harbor Audit',
  },
  {
    id: 'mona.reyes',
    name: 'Mona Reyes',
    title: 'Sales manager',
    roles: ['sales', 'manager'],
    tenant: 'erie-industrial',
    company: 'Erie Industrial',
  },
]

const tokenLifetimeSeconds = 15 * 60

/** Signs what a real CRM's backend would sign for its own signed-in user. */
export function signToken(user: PretendUser, { jwtSecret, issuer, audience }: SigningKey): Promise<string> {
  const token = new SignJWT({ tenant: user.tenant, roles: user.roles })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(user.id)
    .setIssuedAt()
    .setExpirationTime(`${tokenLifetimeSeconds}s`)
  if (issuer !== undefined) token.setIssuer(issuer)
  if (audience !== undefined) token.setAudience(audience)
  return token.sign(new TextEncoder().encode(jwtSecret))
}

export type SessionOptions = {
  gatewayUrl: string
  /** Without one nobody can be signed in here. */
  signingKey: SigningKey | undefined
}

/** The CRM's own backend, as far as the demo needs one: who is signed in, and a short-lived token for the gateway. */
export function sessionPlugin(options: SessionOptions): Plugin {
  const serve = ({ middlewares }: Pick<ViteDevServer, 'middlewares'>) => {
    middlewares.use('/session', (request, response) => answer(request, response, options))
  }
  return { name: 'pretend-session', configureServer: serve, configurePreviewServer: serve }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { gatewayUrl, signingKey }: SessionOptions,
): Promise<void> {
  response.setHeader('content-type', 'application/json')
  response.setHeader('cache-control', 'no-store')
  if (!signingKey) {
    response.statusCode = 501
    response.end('{"error": "This configuration checks sign-ins itself; the playground cannot sign anybody in."}')
    return
  }
  const wanted = new URL(request.url ?? '/', 'http://localhost').searchParams.get('user')
  const user = pretendUsers.find(({ id }) => id === wanted) ?? pretendUsers[0]!
  const accessToken = await signToken(user, signingKey)
  response.end(JSON.stringify({ user, users: pretendUsers, gatewayUrl, accessToken }))
}
