import { SignJWT } from 'jose'
import type { Plugin } from 'vite'
import { readAddresses } from './addresses.ts'
import { readSecret } from './secret.ts'

/** Somebody who is signed in to the pretend CRM. */
export type PretendUser = { id: string; name: string; title: string; tenant: string; company: string }

export const pretendUsers: readonly PretendUser[] = [
  {
    id: 'dana.kowalski',
    name: 'Dana Kowalski',
    title: 'Inside sales',
    tenant: 'erie-industrial',
    company: 'Erie Industrial',
  },
  { id: 'marcus.lind', name: 'Marcus Lind', title: 'Guest auditor', tenant: 'harbor-audit', company: 'Harbor Audit' },
]

const tokenLifetimeSeconds = 15 * 60

/** Signs what a real CRM's backend would sign for its own signed-in user. */
export function signToken(user: PretendUser, secret: string): Promise<string> {
  return new SignJWT({ tenant: user.tenant, roles: ['sales'] })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(user.id)
    .setIssuedAt()
    .setExpirationTime(`${tokenLifetimeSeconds}s`)
    .sign(new TextEncoder().encode(secret))
}

/** The CRM's own backend, as far as the demo needs one: who is signed in, and a short-lived token for the gateway. */
export function sessionPlugin(): Plugin {
  return {
    name: 'pretend-session',
    configureServer(server) {
      const { gateway, dataFolder } = readAddresses()
      server.middlewares.use('/session', async (request, response) => {
        const wanted = new URL(request.url ?? '/', 'http://localhost').searchParams.get('user')
        const user = pretendUsers.find(({ id }) => id === wanted) ?? pretendUsers[0]!
        const accessToken = await signToken(user, readSecret(dataFolder))
        response.setHeader('content-type', 'application/json')
        response.setHeader('cache-control', 'no-store')
        response.end(JSON.stringify({ user, users: pretendUsers, gatewayUrl: gateway, accessToken }))
      })
    },
  }
}
