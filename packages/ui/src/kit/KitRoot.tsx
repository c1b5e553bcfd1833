'use client'
import { forwardRef } from 'react'
import { KitContext } from './KitContext.ts'
import { type PartProps, usePart } from './usePart.ts'
import { type RootOptions, useRoot } from './useRoot.ts'

export type KitRootProps = PartProps<'div', { theme: string; density: string }> & RootOptions

/**
 * Language, formats, theme and tokens for parts that stand alone, such as a `<ResultTable.Root>`; the panel and the
 * account view bring their own. Renders a `<div>`.
 */
export const KitRoot = forwardRef<HTMLDivElement, KitRootProps>(function KitRoot(
  { theme, density, locale, timeZone, messages, ...props },
  ref,
) {
  const { kit, state, className, lang } = useRoot({ theme, density, locale, timeZone, messages })
  const element = usePart({ tag: 'div', ref: ref as never, state, own: { lang, className }, props: props as never })
  return <KitContext.Provider value={kit}>{element}</KitContext.Provider>
})
