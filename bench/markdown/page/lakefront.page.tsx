import { createClient } from '@lakefront/client'
import { LakefrontProvider } from '@lakefront/react'
import { KitRoot } from '@lakefront/ui'
import '@lakefront/ui/styles.css'
import Markdown from '../../../packages/ui/src/markdown/Markdown.tsx'
import { exposeRenderer } from './markdownPage.tsx'

// Never asked anything: the kit wants to know where it would ask.
const client = createClient({ gatewayUrl: '/mcp' })

exposeRenderer(({ text, isGrowing }) => (
  <LakefrontProvider client={client} locale="en-US">
    <KitRoot style={{ inlineSize: 640 }}>
      <Markdown text={text} isGrowing={isGrowing} />
    </KitRoot>
  </LakefrontProvider>
))
