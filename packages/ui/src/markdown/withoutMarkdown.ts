import { decodeEntities } from './decodeEntities.ts'

const escapedOrSign = /\\([!-/:-@[-`{-~])|[*_`#>|~]/g

/** Markdown as plain words: for screen readers, and for the moment before the renderer's code is there. */
export function withoutMarkdown(text: string): string {
  return decodeEntities(text.replace(escapedOrSign, (_, escaped: string | undefined) => escaped ?? ''))
}
