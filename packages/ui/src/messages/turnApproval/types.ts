/** What a turn says that waits for somebody's yes. */
export type TurnApprovalMessages = {
  /** While nobody has decided. */
  waits: string
  /** Agreed to: it goes on as soon as nothing else runs. */
  goesOn: string
  /** The request cannot be seen any more. */
  gone: string
}
