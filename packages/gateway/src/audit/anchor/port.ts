/** A place outside of the store where signed heads are kept, out of reach of whoever could rewrite the store. */
export type Anchor = {
  /** Adds lines, each a signed head as JSON. */
  write(lines: readonly string[]): Promise<void>
}
