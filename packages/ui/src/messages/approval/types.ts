import type { ApprovalMove, ApprovalState, EffectClass } from '@lakefront/react'

/** What requests, their cards and their inbox say. */
export type ApprovalMessages = {
  inbox: string
  show: string
  which: { open: string; ended: string }
  withCount(name: string, formatted: string): string
  nothing: { open: string; ended: string }
  nothingFits: string
  waiting(count: number, formatted: string): string
  found(count: number, formatted: string): string
  /** There are more than were counted. */
  atLeast(formatted: string): string
  showMore: string
  hideEnded(count: number, formatted: string): string
  listProblems: Partial<Record<string, string>>

  filters: string
  search: string
  requester: string
  agent: string
  source: string
  kind: string
  any: string
  clearFilters: string

  select(title: string): string
  selectAll: string
  bulkActions: string
  selected(count: number, formatted: string): string
  approveSelected(formatted: string): string
  rejectSelected(formatted: string): string
  clearSelection: string
  bulk: { approve(formatted: string): string; reject(formatted: string): string }
  bulkHint: { approve: string; reject: string }
  include(title: string): string
  costTogether: string
  costTogetherUnknown(known: string): string
  confirmBulk: { approve(formatted: string): string; reject(formatted: string): string }
  cancelBulk: string
  stopBulk: string
  closeBulk: string
  itemStates: { waiting: string; deciding: string; done: string; failed(why: string): string; stopped: string }
  bulkResult(done: string, failed: string, failedCount: number): string

  effects: Record<EffectClass, string>
  field: string
  before: string
  after: string
  question: string
  statements(count: number, formatted: string): string
  tables(list: string): string
  statement: string
  cost: string
  costsNothing: string
  pricesOf(date: string): string
  records: string
  people: string
  personalData: string
  sendsTo: string
  askedBy: string
  onBehalf(agent: string, person: string): string
  why: string
  needs: string
  approvals(count: number): string
  waitsFor(roles: string): string
  waitsForAnybody: string
  refusedAt(moment: string): string
  refusedIn(duration: string): string
  edited: string
  newCost(now: string, before: string): string
  sameCost(now: string): string
  insteadOf(value: string): string
  editedLines: string

  approve: string
  deciding: string
  edit: string
  showEdited: string
  ask: string
  reject: string
  confirmReject: string
  answer: string
  yourReason: string
  yourQuestion: string
  yourAnswer: string
  sendQuestion: string
  sendAnswer: string
  withdraw: string
  withdrawHint: string
  confirmWithdraw: string
  alwaysAllow: string
  alwaysAllowHint: string
  alwaysAllowEnd: string
  confirmAlwaysAllow: string
  back: string

  states: Record<ApprovalState, string>
  /** Of a request to read: whoever asked for it goes on. */
  approvedRead: string
  decided: Record<ApprovalMove, (person: string) => string>
  closedMeanwhile: string
  problems: Partial<Record<string, string>>
}
