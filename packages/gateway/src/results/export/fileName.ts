const mostCharacters = 100

/** A `content-disposition` that saves under a name which no file system takes amiss. */
export function attachment(name: string | null, extension: string): string {
  const stem = (name ?? '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  // By characters: half of one could not be written into a header.
  const short = [...stem].slice(0, mostCharacters).join('')
  const fileName = `${short || 'result'}.${extension}`
  const ascii = fileName.replace(/[^\x20-\x7e]/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`
}
