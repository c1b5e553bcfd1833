'use client'
import type { AuditCall } from '@lakefront/react'
import { Code, Fact, Facts } from '../../facts/Facts.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { useAuditWords } from '../useAuditWords.ts'
import { callerOf, statusOf } from './callTitle.ts'

/** Who did what for whom, when, how it ended, and what rules and people said. Renders a `<dl>`. */
export function CallFacts({ call }: { call: AuditCall }) {
  const { format } = useKit()
  const words = useAuditWords()
  const { roles, tool, errorCode, rowsShown, verdicts, approval } = call
  const caller = callerOf(call, words)
  return (
    <Facts>
      <Fact name={words.who}>{roles.length > 0 ? words.asRoles(caller, format.list(roles)) : caller}</Fact>
      <Fact name={words.tool}>
        {words.tools[tool] ?? tool} <Code>{tool}</Code>
      </Fact>
      <Fact name={words.when}>
        <Times call={call} />
      </Fact>
      <Fact name={words.status}>
        {statusOf(call, words)} {errorCode !== null && <Code>{errorCode}</Code>}
      </Fact>
      <Fact name={words.rowsShown}>{format.count(rowsShown)}</Fact>
      {verdicts && (
        <Fact name={words.verdicts}>
          {words.guard[verdicts.guard] ?? verdicts.guard} {words.budget[verdicts.budget] ?? verdicts.budget}
        </Fact>
      )}
      {verdicts?.policy && (
        <Fact name={words.policy}>
          {words.policyVerdicts[verdicts.policy.verdict]} {verdicts.policy.because.join(' ')}
        </Fact>
      )}
      {approval && (
        <Fact name={words.approval}>
          <Consent approval={approval} />
        </Fact>
      )}
    </Facts>
  )
}

function Times({ call: { startedAt, endedAt } }: { call: AuditCall }) {
  const { format } = useKit()
  const words = useAuditWords()
  const started = `${format.moment(startedAt)}`
  if (endedAt === null) return `${started}, ${words.stillRuns}`
  return words.took(started, format.duration(Date.parse(endedAt) - Date.parse(startedAt)))
}

function Consent({ approval: { state, decisions, shownHash } }: { approval: NonNullable<AuditCall['approval']> }) {
  const { format } = useKit()
  const words = useAuditWords()
  const said = decisions.map(
    ({ userId, decision, decidedAt }) => `${words.decided[decision](userId)} · ${format.moment(decidedAt)}.`,
  )
  return (
    <>
      {[words.approvalStates[state] ?? state, ...said].join(' ')} {words.shownHash}: <Code>{shownHash}</Code>
    </>
  )
}
