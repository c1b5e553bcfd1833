/** Public styling contract of the parts: renaming one breaks a customer's stylesheet. */
export const dataAttributes = {
  /** Roots: `light`, `dark` or `auto`. */
  theme: 'data-theme',
  /** Roots: `comfortable` or `compact`. */
  density: 'data-density',
  /**
   * Turn: `asking`, `planned`, `running`, `interrupted` or how the answer ended. Result table: `streaming`, `complete`,
   * `cut`, `expired`, `failed` or `idle`. Section of a record: `loading`, `ready` or `failed`. Export: `idle`, `saving`,
   * `saved`, `cancelled` or `failed`. Request: `pending`, `approved`, `done`, `failed`, `rejected`, `withdrawn`, `expired` or
   * `replaced`. Inbox, list of permissions, control of autonomy, budget, report of
   * spending, audit trail: `loading`, `ready` or `failed`. Cost: `idle`, too. Cap: `ok`, `warn`, `confirm` or `stopped`.
   */
  status: 'data-status',
  /** Section of a record: `fields`, `table` or `figure`. */
  kind: 'data-kind',
  /** Log: there is no question yet. Result table: nothing matched. */
  empty: 'data-empty',
  /** Steps: the answer is still being worked out. */
  running: 'data-running',
  /** Result: the plan is known, the rows are not. */
  waiting: 'data-waiting',
  /** Clarification: `not-understood`, `ambiguous`, `missing-measure`, `empty` or `too-long`. */
  reason: 'data-reason',
  /** Warnings, problems, endings of calls, chain of the audit trail: `warn`, `danger` or `quiet`. */
  tone: 'data-tone',
  /** Composer: a question is being answered. */
  asking: 'data-asking',
  /** Composer: the text is longer than may be asked. */
  overlong: 'data-overlong',
  /** Buttons: `default`, `primary` or `plain`. */
  variant: 'data-variant',
  /** Buttons: `icon` when there is no text. */
  shape: 'data-shape',
} as const
