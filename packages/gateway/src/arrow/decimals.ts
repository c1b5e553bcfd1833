/** `123456n` with scale 2 reads `1234.56`. */
export function formatDecimal(value: bigint, scale: number): string {
  if (scale <= 0) return (value * 10n ** BigInt(-scale)).toString()
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** `1234.56` with scale 2 is `123456n`; `undefined` when the text is no decimal or has more digits than the scale. */
export function parseDecimal(text: string, scale: number): bigint | undefined {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?\s*$/i.exec(text)
  if (!match || !(match[2] || match[3])) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const shift = scale - fraction.length + Number(exponent)
  if (Math.abs(shift) > 100) return undefined
  const digits = BigInt(whole + fraction)
  const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : dropZeros(digits, -shift)
  if (scaled === undefined) return undefined
  return sign === '-' ? -scaled : scaled
}

function dropZeros(digits: bigint, count: number): bigint | undefined {
  const divisor = 10n ** BigInt(count)
  return digits % divisor === 0n ? digits / divisor : undefined
}
