import { formatBytes } from './measure.ts'
import type { NumberFormats } from './number.ts'

const base64 = /^[A-Za-z0-9+/]*={0,2}$/
/** Bytes that are written out, of which base64 makes whole groups of four characters. */
const shownBytes = 12
const charactersPerByte = 4 / 3

/** Bytes as people read them: how many there are, and how they begin. Text that is no base64 is returned as it is. */
export function formatBinary(numberFormat: NumberFormats, value: string): string {
  if (value.length % 4 !== 0 || !base64.test(value)) return value
  const byteCount = value.length / charactersPerByte - (value.endsWith('==') ? 2 : value.endsWith('=') ? 1 : 0)
  const start = atob(value.slice(0, shownBytes * charactersPerByte))
  const hex = Array.from(start, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join(' ')
  const size = formatBytes(numberFormat, byteCount)
  return byteCount === 0 ? size : `${size} · ${hex}${byteCount > shownBytes ? ' …' : ''}`
}
