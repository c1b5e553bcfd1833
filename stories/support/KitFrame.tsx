import { LakefrontProvider } from '@lakefront/react'
import type { ReactNode } from 'react'

/** Where msw plays the gateway of every story. */
export const gatewayUrl = 'http://gateway.test/mcp'

export type KitFrameProps = {
  width?: number | undefined
  height?: number | undefined
  locale?: string | undefined
  children: ReactNode
}

/** A host's page: a provider, and a place of a certain size. */
export function KitFrame({ width = 460, height = 820, locale = 'en-US', children }: KitFrameProps) {
  return (
    <LakefrontProvider gatewayUrl={gatewayUrl} locale={locale}>
      <main style={{ inlineSize: width, maxInlineSize: '100%', blockSize: height, overflow: 'auto' }}>{children}</main>
    </LakefrontProvider>
  )
}
