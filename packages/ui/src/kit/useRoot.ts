'use client'
import { useLocale } from '@lakefront/react'
import { useMemo } from 'react'
import { createFormat } from '../format/createFormat.ts'
import { resolveMessages } from '../messages/resolveMessages.ts'
import type { Messages } from '../messages/types.ts'
import { kitStyles } from './css.ts'
import type { Kit } from './KitContext.ts'

export type RootOptions = {
  /** `auto` follows the reader's system. Default `auto`. */
  theme?: 'light' | 'dark' | 'auto' | undefined
  /** Default `comfortable`. */
  density?: 'comfortable' | 'compact' | undefined
  /** BCP 47 tag. Default: the provider's, else the browser's. */
  locale?: string | undefined
  /** IANA name. Default: the reader's own. */
  timeZone?: string | undefined
  /** Replaces shipped strings, one by one. */
  messages?: Partial<Messages> | undefined
}

/** What every root of the kit sets up: language and formats for its parts, theme and density for its element. */
export function useRoot({ theme = 'auto', density = 'comfortable', timeZone, messages, ...options }: RootOptions) {
  const providerLocale = useLocale()
  const locale = options.locale ?? providerLocale ?? browserLocale()
  const kit: Kit = useMemo(() => {
    const resolved = resolveMessages(locale, messages)
    return { locale, timeZone, messages: resolved, format: createFormat({ locale, timeZone, messages: resolved }) }
  }, [locale, timeZone, messages])

  return { kit, state: { theme, density }, className: kitStyles.root, lang: kit.messages.language }
}

function browserLocale(): string {
  return Intl.NumberFormat().resolvedOptions().locale
}
