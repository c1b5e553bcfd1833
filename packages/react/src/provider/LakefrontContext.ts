'use client'
import type { Client } from '@lakefront/client'
import type { QueryClient } from '@tanstack/react-query'
import { createContext } from 'react'

/** What the provider shares; hooks read it through `useClient` and its neighbours. */
export type LakefrontContextValue = {
  client: Client
  queryClient: QueryClient
  locale: string | undefined
  maxResultBytes: number | undefined
}

/** Empty outside a provider, where hooks say what is missing. */
export const LakefrontContext = createContext<LakefrontContextValue | undefined>(undefined)
