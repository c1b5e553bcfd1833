'use client'
import type { CatalogEntity } from '@lakefront/react'
import { createContext, useContext } from 'react'
import type { OpenRecord } from '../result-table/ResultTableContext.ts'

/** What the catalog tells of a section before it was read. */
export type SectionOutline = CatalogEntity['sections'][number]

type AccountViewValue = {
  entity: string
  id: string
  /** Sections that the gateway has for this entity; `undefined` until that is known. */
  sections: readonly SectionOutline[] | undefined
  onOpenRecord: OpenRecord | undefined
}

export const AccountViewContext = createContext<AccountViewValue | undefined>(undefined)

export function useAccountView(): AccountViewValue {
  const context = useContext(AccountViewContext)
  if (!context) throw new Error('Lakefront: AccountView parts must be placed within <AccountView.Root>.')
  return context
}
