import { LakefrontProvider } from '@lakefront/react'
import { createTestClient } from '@lakefront/testing'
import type { ReactNode } from 'react'
import { KitRoot } from '../src/kit/KitRoot.tsx'

const client = createTestClient()

/** What any part of the kit needs around it: a language, formats and tokens. */
export function UnderKit({ children }: { children: ReactNode }) {
  return (
    <LakefrontProvider client={client} locale="en-US">
      <KitRoot theme="light">{children}</KitRoot>
    </LakefrontProvider>
  )
}
