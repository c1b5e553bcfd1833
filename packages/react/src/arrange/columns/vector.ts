type Shared = {
  /** Rows that are held; the arrays may be longer. */
  length: number
  /** 1 where a row has no value. */
  nulls: Uint8Array
}

/** Numbers, dates, moments, booleans. */
export type NumberVector = Shared & {
  kind: 'numbers'
  values: Float64Array
  /** Values are whole numbers of 10^-scale, and exact; `null`: they are floating point. */
  scale: number | null
}

/** Exact numbers of which one at least does not fit a double. */
export type BigintVector = Shared & { kind: 'bigints'; values: bigint[]; scale: number }

/** Texts, each distinct one held once. */
export type TextVector = Shared & { kind: 'texts'; codes: Uint32Array; texts: string[] }

/** A column's values as they are compared and added up. */
export type Vector = NumberVector | BigintVector | TextVector

/** An array of at least this length with the same values, made longer by doubling. */
export function withRoom<array extends Float64Array | Uint32Array | Uint8Array>(array: array, length: number): array {
  if (array.length >= length) return array
  const Longer = array.constructor as new (length: number) => array
  const longer = new Longer(Math.max(length, array.length * 2))
  longer.set(array)
  return longer
}
