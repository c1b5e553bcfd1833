// Money is counted in whole millionths of a dollar, as the ledger's numeric(20, 6) is: exact, and no floating point.

const microPerUsd = 1_000_000
/** An estimate beyond this is as good as this: no cap reaches it, and every account still holds it. */
const mostUsd = 10_000_000_000

/** Dollars as a whole number of millionths, rounded up: a fraction of one is never given away. */
export function toMicroUsd(costUsd: number): bigint {
  const limited = Math.min(costUsd, mostUsd)
  const text = limited.toFixed(6)
  const rounded = BigInt(text.replace('.', ''))
  return Number(text) < limited ? rounded + 1n : rounded
}

/** Millionths as dollars. */
export function toUsd(microUsd: bigint): number {
  return Number(microUsd) / microPerUsd
}

/** Dollars rounded up to whole millionths. */
export function roundUpUsd(costUsd: number): number {
  return toUsd(toMicroUsd(costUsd))
}

/** Millionths as the ledger writes them, such as `12.340000`. */
export function toLedgerText(microUsd: bigint): string {
  const digits = microUsd.toString().padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}

/** What the ledger wrote, in millionths. */
export function fromLedgerText(text: string): bigint {
  return BigInt(text.replace('.', ''))
}
