import { LakefrontProvider } from '@lakefront/react'
import type { ReactNode } from 'react'

/** Where msw plays the gateway of every story. */
export const gatewayUrl = 'http://gateway.test/mcp'

export type KitFrameProps = {
  width?: number | undefined
  height?: number | undefined
  locale?: string | undefined
  maxResultBytes?: number | undefined
  children: ReactNode
}

/** A host's page: a provider, and a place of a certain size. */
export function KitFrame(props: KitFrameProps) {
  const { width = 460, height = 820, locale = 'en-US', maxResultBytes, children } = props
  return (
    <LakefrontProvider gatewayUrl={gatewayUrl} locale={locale} maxResultBytes={maxResultBytes}>
      <main style={{ inlineSize: width, maxInlineSize: '100%', blockSize: height, overflow: 'auto' }}>{children}</main>
    </LakefrontProvider>
  )
}
