/** Somebody who is signed in to the pretend CRM. */
export type SessionUser = { id: string; name: string; title: string; tenant: string; company: string }

export type Session = {
  user: SessionUser
  users: readonly SessionUser[]
  gatewayUrl: string
  accessToken: string
}

/**
 * Asks the CRM's own backend who is signed in, and for a token for the gateway.
 *
 * @param userId - Whom to sign in; the first user when left out or unknown.
 */
export async function fetchSession(userId: string | undefined, signal?: AbortSignal): Promise<Session> {
  const query = userId === undefined ? '' : `?user=${encodeURIComponent(userId)}`
  const response = await fetch(`/session${query}`, signal ? { signal } : {})
  const reply = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(reply.error ?? `The sign-in answered ${response.status}.`)
  return reply
}

/** A function that gives a token with some life left in it, and asks for a new one before the old one runs out. */
export function createTokenSource(session: Session, { lifetimeMs = 10 * 60_000, now = Date.now } = {}) {
  let token = Promise.resolve(session.accessToken)
  let renewAt = now() + lifetimeMs
  return () => {
    if (now() >= renewAt) {
      token = fetchSession(session.user.id).then(({ accessToken }) => accessToken)
      renewAt = now() + lifetimeMs
      // A failed sign-in is tried again with the next request.
      token.catch(() => {
        renewAt = 0
      })
    }
    return token
  }
}
