import type { SpendDimension, SpendLine, ToolArguments } from '@lakefront/contract'
import type { Rooms } from '../../rooms.ts'
import { runQuery } from '../queries/runQuery.ts'
import { getRecord } from '../records/getRecord.ts'
import { searchRecords } from '../records/searchRecords.ts'
import type { Tool, ToolContext } from '../tool.ts'
import { reportsOf } from './budgetReports.ts'

/** Says where money went. */
export const reportSpending: Tool<'report_spending'> = {
  name: 'report_spending',
  title: 'Report spending',
  description:
    'Reports what questions and queries have cost, by user, source, day or question, with the total: the caller’s own, ' +
    'or everybody’s of the company to those whose role may see that. assumedUsd is the part that no source has told.',
  isOffered: ({ budgetReports }) => budgetReports !== undefined,
  // To look at what others spent is news. To look at one's own is not.
  isRecorded: (_input, { rooms, caller }) => reportsOf(rooms).coversOf(caller) === 'tenant',
  run: report,
  toText({ lines, total, lineCount, from, to }) {
    const sum = `$${total.spentUsd} in ${total.runs} runs from ${from} to ${to}.`
    const more = lineCount > lines.length ? [`${lineCount - lines.length} more lines are left out.`] : []
    return [sum, ...lines.map(({ label, spentUsd, runs }) => `- ${label}: $${spentUsd} (${runs})`), ...more].join('\n')
  },
}

async function report(input: ToolArguments<'report_spending'>, { rooms, caller }: ToolContext) {
  const spending = await reportsOf(rooms).reportSpending(caller, input)
  const titles = titlesOf(input.by, rooms)
  const titled = (line: SpendLine) => ({
    ...line,
    label: line.key === '' ? 'Not known' : (titles.get(line.key) ?? line.key),
  })
  return { ...spending, lines: spending.lines.map(titled) }
}

/** What people call the things that lines are about. What no question led to is named by its tool. */
function titlesOf(by: SpendDimension, { sources }: Rooms): ReadonlyMap<string, string> {
  if (by === 'source') return new Map([...sources].map(([id, { title }]) => [id, title]))
  const tools = by === 'question' ? [runQuery, getRecord, searchRecords] : []
  return new Map(tools.map(({ name, title }) => [name, title]))
}
