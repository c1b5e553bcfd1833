'use client'
import { useCatalog } from '@lakefront/react'
import { forwardRef } from 'react'
import { css } from '../kit/css.ts'
import { KitContext } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { type RootOptions, useRoot } from '../kit/useRoot.ts'
import type { OpenRecord } from '../result-table/ResultTableContext.ts'
import { AccountViewContext } from './AccountViewContext.ts'
import styles from './account-view.module.css'

export type AccountViewRootState = { theme: string; density: string }

export type AccountViewRootProps = Omit<PartProps<'section', AccountViewRootState>, 'id'> &
  RootOptions & {
    /** Name of the entity in the gateway's configuration, such as `account`. */
    entity: string
    /** The record's key. */
    id: string
    /** Called with the record behind a link in a section. */
    onOpenRecord?: OpenRecord | undefined
  }

/** Shares one record with the parts inside; each of them reads its own section. Renders a `<section>`. */
export const AccountViewRoot = forwardRef<HTMLElement, AccountViewRootProps>(function AccountViewRoot(
  { entity, id, onOpenRecord, theme, density, locale, timeZone, messages, ...props },
  ref,
) {
  const { kit, state, className, lang } = useRoot({ theme, density, locale, timeZone, messages })
  const { data } = useCatalog()
  const sections = data?.entities.find(({ name }) => name === entity)?.sections

  const element = usePart({
    tag: 'section',
    ref: ref as never,
    state,
    own: { lang, className: css(styles.view, className) },
    props: props as never,
  })
  return (
    <KitContext.Provider value={kit}>
      <AccountViewContext.Provider value={{ entity, id, sections, onOpenRecord }}>
        {element}
      </AccountViewContext.Provider>
    </KitContext.Provider>
  )
})
