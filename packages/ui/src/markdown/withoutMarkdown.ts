const signs = /[*_`#>|~]/g

/** Markdown as plain words: for screen readers, and for the moment before the renderer's code is there. */
export function withoutMarkdown(text: string): string {
  return text.replace(signs, '')
}
