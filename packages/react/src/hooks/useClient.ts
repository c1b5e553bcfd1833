'use client'
import type { Client } from '@lakefront/client'
import type { QueryClient } from '@tanstack/react-query'
import { useContext } from 'react'
import { LakefrontContext, type LakefrontContextValue } from '../provider/LakefrontContext.ts'

function useLakefront(): LakefrontContextValue {
  const value = useContext(LakefrontContext)
  if (!value) throw new Error('Lakefront: hooks and parts must be placed within <LakefrontProvider>.')
  return value
}

/** The client of the nearest provider, or the one that is given. */
export function useClient(client?: Client | undefined): Client {
  const nearest = useLakefront()
  return client ?? nearest.client
}

/** The provider's query client. Not the host's, which may well have other defaults. */
export function useOwnQueryClient(): QueryClient {
  return useLakefront().queryClient
}

/** The language that numbers, dates and texts are shown in, as a BCP 47 tag; `undefined` leaves it to the browser. */
export function useLocale(): string | undefined {
  return useLakefront().locale
}

/** Most bytes of one result that the page holds; `undefined` leaves it to the default. */
export function useMaxResultBytes(): number | undefined {
  return useLakefront().maxResultBytes
}
