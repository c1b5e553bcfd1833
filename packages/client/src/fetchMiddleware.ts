/** Cross-cutting work is a function from `fetch` to `fetch`, so that it composes without a plugin system. */
export type FetchMiddleware = (next: typeof fetch) => typeof fetch

/**
 * Adds the host's current access token to every request, asking for it each time so that a refresh is picked up.
 * After a 401 it is asked for once more, and a token that differs is tried once.
 */
export function withAccessToken(getAccessToken: () => string | Promise<string>): FetchMiddleware {
  return (next) => async (input, init) => {
    const token = await getAccessToken()
    const response = await next(input, authorized(init, token))
    if (response.status !== 401) return response

    const renewed = await getAccessToken()
    if (renewed === token) return response
    await response.body?.cancel()
    return next(input, authorized(init, renewed))
  }
}

function authorized(init: RequestInit | undefined, token: string): RequestInit {
  const headers = new Headers(init?.headers)
  headers.set('authorization', `Bearer ${token}`)
  return { ...init, headers }
}
