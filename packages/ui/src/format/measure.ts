import type { NumberFormats } from './number.ts'

const noBreakSpace = '\u00a0'
const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const

/** Bytes as people read them, in powers of a thousand as warehouses bill them: `1.2 GB`. */
export function formatBytes(numberFormat: NumberFormats, bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), byteUnits.length - 1)
  const value = bytes / 1000 ** power
  return numberFormat({
    style: 'unit',
    unit: byteUnits[power]!,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 100 && power > 0 ? 1 : 0,
  }).format(value)
}

/** `84 ms`, `0.71 s`, `12 s`, `2:05`: precise where it matters, calm where it does not. */
export function formatDuration(numberFormat: NumberFormats, durationMs: number): string {
  if (durationMs < 100) return `${numberFormat({ maximumFractionDigits: 0 }).format(durationMs)}${noBreakSpace}ms`
  const seconds = durationMs / 1000
  const digits = seconds < 10 ? 2 : 0
  if (seconds < 100) {
    const format = numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits })
    return `${format.format(seconds)}${noBreakSpace}s`
  }
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
