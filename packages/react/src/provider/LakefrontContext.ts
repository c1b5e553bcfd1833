'use client'
import type { Client } from '@lakefront/client'
import type { QueryClient } from '@tanstack/react-query'
import { createContext } from 'react'

export type LakefrontContextValue = { client: Client; queryClient: QueryClient; locale: string | undefined }

export const LakefrontContext = createContext<LakefrontContextValue | undefined>(undefined)
