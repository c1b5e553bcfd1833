import type { ApprovalMove, ApprovalState } from '@lakefront/react'

/** What requests, their cards and their inbox say. */
export type ApprovalMessages = {
  inbox: string
  show: string
  which: { open: string; ended: string }
  nothing: { open: string; ended: string }
  waiting(count: number, formatted: string): string

  effects: { read: string; 'costly-read': string; write: string; activate: string; destructive: string }
  field: string
  before: string
  after: string
  cost: string
  costsNothing: string
  records: string
  people: string
  personalData: string
  sendsTo: string
  askedBy: string
  onBehalf(agent: string, person: string): string
  why: string
  needs: string
  approvals(count: number): string
  refusedAt(moment: string): string
  refusedIn(duration: string): string

  approve: string
  deciding: string
  edit: string
  showEdited: string
  ask: string
  reject: string
  confirmReject: string
  yourReason: string
  yourQuestion: string
  sendQuestion: string
  back: string

  states: Record<ApprovalState, string>
  decided: Record<ApprovalMove, (person: string) => string>
}
