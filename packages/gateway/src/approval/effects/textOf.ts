import type { Cell } from '@lakefront/contract'

/** A value as a write has it. */
export function textOf(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell)
}
