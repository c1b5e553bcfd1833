/**
 * Puts text on the clipboard; `false` when the page may not.
 *
 * @param html - The same for programs that take a layout.
 */
export async function copyText(text: string, html?: string): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text)
    else
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': asBlob(text), 'text/html': asBlob(html, 'html') }),
      ])
    return true
  } catch {
    return false
  }
}

function asBlob(text: string, kind: 'plain' | 'html' = 'plain'): Blob {
  return new Blob([text], { type: `text/${kind}` })
}
