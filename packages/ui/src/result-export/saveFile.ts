const keepUrlMs = 60_000

/** Hands a file to the browser to save. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(url), keepUrlMs)
}

/** The same for CSV. The byte order mark makes Excel read it as UTF-8. */
export function saveCsv(chunks: Iterable<string>, name: string): void {
  saveFile(new Blob(['\uFEFF', ...chunks], { type: 'text/csv;charset=utf-8' }), name)
}
