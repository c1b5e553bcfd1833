import type { PartMessages } from './parts.ts'

/**
 * Every string the kit shows; of parts that bring their own words, what a host replaces. Functions take numbers and
 * formatted text, so that each language has its own order and plurals.
 */
export type Messages = {
  /** Language of these messages, as a BCP 47 tag. */
  language: string

  assistant: string
  newConversation: string
  close: string
  conversation: string
  jumpToLatest: string

  emptyTitle: string
  emptyHint: string
  startersLabel: string
  catalogUnavailable: string

  inputLabel: string
  inputPlaceholder: string
  ask: string
  stop: string
  enterHint: string
  followUpsLabel: string
  tooLong(length: string, maximum: string): string

  youAsked(question: string): string
  code(language: string): string
  copyCode: string
  tableOf(columns: string): string
  taskDone: string
  taskOpen: string
  opensElsewhere: string
  thinking: string
  readingSources(sources: string): string
  /** A warehouse that has to start before it can read. */
  wakingSources(sources: string): string
  /** A warehouse that is busy with others. */
  queuedAtSources(sources: string): string
  stepState: { waking: string; queued: string; running: string }
  rowsRead(formatted: string): string
  liveReads(count: number): string
  joinedHere: string
  stepsLabel: string
  stepStatus: { planned: string; running: string; done: string; failed: string; skipped: string }
  rows(count: number, formatted: string): string
  keysPushed(count: number, formatted: string): string
  bytesRead(bytes: string): string
  bytesUnknown: string
  copySql: string
  statementAt(source: string): string

  live(time: string): string
  noCopyKept: string
  howDoWeKnow: string
  readAt(time: string): string
  estimate(amount: string): string
  actual(amount: string): string
  aboveEstimate: string
  unknown: string
  costUnknown: string

  rowsOf(formatted: string, total: string): string
  rowsSoFar(formatted: string): string
  stopReading: string
  allRowsShown: string
  truncatedAt(formatted: string): string
  rowsCut(formatted: string): string
  rowsExpired: string
  reconnecting: string
  rowsNotReadAgain: string
  runAgain(amount: string): string
  runAgainUnknown: string
  noRows: string
  noRowsHint: string
  sortAscending: string
  sortDescending: string
  copyTable: string
  copied: string
  copyFailed: string
  copiedFirst(formatted: string): string
  tooManyToCopy(formatted: string): string
  download: string
  downloadCsv: string
  downloadParquet: string
  downloadArrow: string
  whatIsShown: string
  allRows: string
  saving(fileType: string): string
  savingSoFar(bytes: string, rows: string | undefined): string
  cancelSaving: string
  savingCancelled: string
  savedFile(bytes: string): string
  notSaved(reason: string): string
  cutWhileSaving: string
  rowsNotHeld: string
  brokeOffWhileSaving: string
  savedRows(count: number, formatted: string): string
  savedPart(formatted: string): string
  gridHelp: string
  openRecord(label: string): string
  yes: string
  no: string
  emptyCell: string

  /** The heading's button for everything that can be done with its column. */
  columnOptions(title: string): string
  /** Said after the direction when several columns decide the order. */
  sortPlace(place: string): string
  sortUp: string
  sortDown: string
  addToSort: string
  removeSort: string
  filter: string
  removeFilter: string
  groupByThis: string
  ungroup: string
  summarise: string
  aggregates: Record<'sum' | 'average' | 'minimum' | 'maximum' | 'count' | 'distinct-count' | 'none', string>
  aggregateOf(aggregate: string, title: string): string
  showTotals: string
  totals: string
  pinStart: string
  pinEnd: string
  unpin: string
  moveBefore: string
  moveAfter: string
  fitWidth: string
  hideColumn: string
  columns: string
  selectColumn: string
  findInResult: string
  groupedBy(title: string): string
  openAllGroups: string
  closeAllGroups: string
  hiddenColumns(count: number, formatted: string): string
  showAllColumns: string
  remove(label: string): string
  filterOf(title: string): string
  filterKind: string
  filterOperators: Record<'contains' | 'is' | 'is-not' | 'one-of' | 'empty' | 'not-empty' | 'between', string>
  filterText: string
  filterFrom: string
  filterTo: string
  filterChoices: string
  searchChoices: string
  noChoices: string
  choicesFailed: string
  choicesCut(formatted: string): string
  otherChoices(count: number, formatted: string): string
  applyFilter: string
  clearFilter: string
  notANumber: string
  conditionIs(title: string, value: string): string
  conditionIsNot(title: string, value: string): string
  conditionContains(title: string, text: string): string
  conditionFrom(title: string, low: string): string
  conditionTo(title: string, high: string): string
  conditionBetween(title: string, low: string, high: string): string
  conditionEmpty(title: string): string
  conditionNotEmpty(title: string): string
  nothingPasses: string
  findText: string
  findNext: string
  findPrevious: string
  closeFind: string
  matchOf(formatted: string, total: string): string
  noMatches: string
  copiedRows(count: number, formatted: string): string
  copiedPart(formatted: string, total: string): string
  rowsArriving: string
  allRowsHere(formatted: string): string
  arranging: string
  arrangeFailed: string
  /** Why a result that does not fit into the page cannot be put in order there. */
  heldInPart: string
  cellOnItsWay: string

  showAs: string
  table: string
  chart: string
  chartKinds: { figure: string; bar: string; line: string; scatter: string; stack: string }
  chartHelp: string
  chartFirst(formatted: string, total: string): string
  chartLargest(formatted: string, total: string): string
  chartEvery(formatted: string): string
  sourceChartHelp: string
  sourceChartProblems: { 'no-adapter': string; refused: string; failed: string }
  noChange: string
  changeFrom(previous: string): string
  moreActions: string
  downloadPng: string
  downloadSvg: string
  saveFailed: string

  chooseOne: string
  notUnderstood: string
  refused: string
  unavailable: string
  failed: string
  cancelled: string
  cancelledHint: string
  partial: string
  retry: string
  askAgain: string
  interrupted: string
  interruptedHint: string
  findingNotKept: string
  choicesNotKept: string
  valuesNotKept: string
  warningsNotKept: string
  /** For sources: the gateway itself tries again then. */
  tryingAgainIn(duration: string): string
  mayTryAgain: string
  errors: Partial<Record<string, string>>

  account: string
  refresh(section: string): string
  refreshing: string
  readNow(duration: string): string
  asOf(time: string): string
  nothingHere: string
  recordNotFound: string
  recordNotFoundHint(id: string): string
  loading(section: string): string
  sectionTruncated(formatted: string): string
} & { [part in keyof PartMessages]?: Partial<PartMessages[part]> | undefined }
