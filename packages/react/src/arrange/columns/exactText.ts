const exactPattern = /^-?\d+(\.\d+)?$/

/** Whether a text is a number written out in full. */
export function isExact(text: string): boolean {
  return exactPattern.test(text)
}

/** Digits after the point. */
export function fractionDigits(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

/**
 * `-12.5` at scale 2 is `-1250n`. Digits beyond the scale are rounded `down` or `up`, as one end of a range wants it.
 */
export function scaledInteger(text: string, scale: number, rounding: 'down' | 'up' = 'down'): bigint {
  const point = text.indexOf('.')
  const whole = point < 0 ? text : text.slice(0, point)
  const fraction = point < 0 ? '' : text.slice(point + 1)
  const kept = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'))
  if (!/[1-9]/.test(fraction.slice(scale))) return kept
  if (text.startsWith('-')) return rounding === 'down' ? kept - 1n : kept
  return rounding === 'up' ? kept + 1n : kept
}

/** Writes a scaled whole number out in full: no digit goes through floating point. */
export function exactText(scaled: bigint | number, scale: number): string {
  const text = String(scaled)
  if (scale <= 0) return scaled ? text + '0'.repeat(-scale) : text
  const sign = text.startsWith('-') ? '-' : ''
  const digits = text.slice(sign.length).padStart(scale + 1, '0')
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
