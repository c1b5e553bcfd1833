'use client'
import { forwardRef } from 'react'
import { AccountViewRoot, type AccountViewRootProps } from './AccountViewRoot.tsx'
import { Facts } from './Facts.tsx'
import { Identity } from './Identity.tsx'
import { Sections } from './Sections.tsx'
import { Section } from './section/Section.tsx'

const Assembled = forwardRef<HTMLElement, AccountViewRootProps>(function AccountView(props, ref) {
  return (
    <AccountViewRoot ref={ref} {...props}>
      {props.children ?? <Sections />}
    </AccountViewRoot>
  )
})

/**
 * A record read live from every system that knows it, section by section. Its parts are members, to put together in
 * another way. Generic over the entity: accounts are what it was made for.
 */
export const AccountView = Object.assign(Assembled, { Root: AccountViewRoot, Identity, Facts, Section, Sections })

export type { AccountViewRootProps as AccountViewProps } from './AccountViewRoot.tsx'
export type { SectionProps as AccountViewSectionProps } from './section/Section.tsx'
