/** Bounds of one result. */
export const limits = {
  sqlLength: 2_000_000,
  maxRows: 50_000_000,
  pageSize: 10_000,
  /** Most bytes of one Arrow stream. */
  maxBytes: 4 * 1024 ** 3,
} as const
