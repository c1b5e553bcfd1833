import { AccessError } from './errors.ts'

/** Cross-cutting work is a function from `fetch` to `fetch`, so that it composes without a plugin system. */
export type FetchMiddleware = (next: typeof fetch) => typeof fetch

/**
 * Adds the host's current access token to every request, asking for it each time so that a refresh is picked up.
 * After a 401 it is asked for once more, and a token that differs is tried once.
 */
export function withAccessToken(getAccessToken: () => string | Promise<string>): FetchMiddleware {
  return (next) => async (input, init) => {
    const token = await ask(getAccessToken)
    const response = await next(input, authorized(init, token))
    if (response.status !== 401) return response

    const renewed = await ask(getAccessToken)
    if (renewed === token) return response
    await response.body?.cancel()
    return next(input, authorized(init, renewed))
  }
}

/** A host that cannot give a token has nobody signed in; that is not the gateway's fault. */
async function ask(getAccessToken: () => string | Promise<string>): Promise<string> {
  try {
    return await getAccessToken()
  } catch (cause) {
    throw new AccessError('unauthenticated', { message: 'The host gave no access token.', cause })
  }
}

function authorized(init: RequestInit | undefined, token: string): RequestInit {
  const headers = new Headers(init?.headers)
  headers.set('authorization', `Bearer ${token}`)
  return { ...init, headers }
}
