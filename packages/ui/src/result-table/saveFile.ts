const keepUrlMs = 60_000

/** Hands a file to the browser to save. The byte order mark makes Excel read it as UTF-8. */
export function saveCsv(chunks: Iterable<string>, name: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', ...chunks], { type: 'text/csv;charset=utf-8' }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(url), keepUrlMs)
}
