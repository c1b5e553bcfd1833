/** The smallest value that so large a share of them does not exceed; `null` of nothing. As Postgres's percentile_disc. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}
