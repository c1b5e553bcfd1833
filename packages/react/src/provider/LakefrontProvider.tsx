'use client'
import { type Client, createClient } from '@lakefront/client'
import { QueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useInsertionEffect, useMemo, useRef, useState } from 'react'
import { createLease } from '../shared/createLease.ts'
import { LakefrontContext } from './LakefrontContext.ts'

type Connected = {
  /** Address of the gateway's MCP endpoint; ends in `/mcp`. May be relative to the page. */
  gatewayUrl: string
  /** The host's current access token. May be a new function at every render. */
  getAccessToken?: (() => string | Promise<string>) | undefined
  /** Who is signed in. Change it with the person, so that nobody sees what another has asked. */
  scope?: string | undefined
  client?: undefined
}

type Given = {
  /** A client that the host made; it stays the host's to close. */
  client: Client
  gatewayUrl?: undefined
  getAccessToken?: undefined
  scope?: undefined
}

export type LakefrontProviderProps = (Connected | Given) & {
  /** Shares a cache with the host's own queries. Left out, the provider has its own. */
  queryClient?: QueryClient | undefined
  /** BCP 47 tag that numbers, dates and texts are shown in. Left out, the browser's. */
  locale?: string | undefined
  /**
   * Most bytes of one result that the page holds. Over it, rows that nobody looks at are let go and read again when they
   * are looked at. Default 256 MiB, some four million rows of eight columns. Read once for each result.
   */
  maxResultBytes?: number | undefined
  children?: ReactNode
}

/**
 * Gives the hooks and parts below it a gateway. Renders nothing of its own, and leaves a query client of the host's in
 * its place.
 */
export function LakefrontProvider(props: LakefrontProviderProps) {
  const { queryClient, locale, maxResultBytes, children, ...connection } = props
  const [ownQueryClient] = useState(() => new QueryClient())
  const cache = queryClient ?? ownQueryClient
  const client = useOwnedClient(connection, cache)

  useEffect(() => {
    cache.mount()
    return () => cache.unmount()
  }, [cache])

  const value = useMemo(
    () => ({ client, queryClient: cache, locale, maxResultBytes }),
    [client, cache, locale, maxResultBytes],
  )
  return <LakefrontContext.Provider value={value}>{children}</LakefrontContext.Provider>
}

function useOwnedClient({ client, gatewayUrl, getAccessToken, scope }: Connected | Given, cache: QueryClient): Client {
  const latestGetAccessToken = useRef(getAccessToken)
  useInsertionEffect(() => {
    latestGetAccessToken.current = getAccessToken
  })
  const needsToken = getAccessToken !== undefined

  const owned = useMemo(() => {
    if (client) return { client, hold: () => () => {} }
    const made = createClient({
      gatewayUrl,
      scope,
      getAccessToken: needsToken ? () => latestGetAccessToken.current?.() ?? '' : undefined,
    })
    const lease = createLease(() => {
      void made.close()
      cache.removeQueries({ queryKey: ['lakefront', made.scope] })
    })
    return { client: made, hold: lease.hold }
  }, [client, gatewayUrl, scope, needsToken, cache])

  useEffect(() => owned.hold(), [owned])
  return owned.client
}
