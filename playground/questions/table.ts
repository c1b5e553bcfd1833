import { answered, subjects } from './answered.ts'
import { northwind } from './northwind.ts'
import type { AnsweredQuestion } from './types.ts'
import { refused, unclear } from './unclear.ts'

/** The questions that the tests ask, as Markdown for `docs/questions.md`. */
export function questionTable(): string {
  return [
    '# Questions with known answers',
    'Written from `playground/questions` by its test; do not edit by hand. Each answer is compared, value by value, with the',
    'result of the SQL beside it. A person wrote that SQL; it runs in a DuckDB of its own over the raw Parquet files, the CRM’s',
    'Postgres and the ERP’s SQLite, and shares no code with the planner. `pnpm vitest run --project e2e playground/e2e/questions.test.ts` asks them all.',
    '',
    `## The demo: ${answered.length} with an answer`,
    '',
    ...subjects.flatMap(([subject, questions]) => [`### ${subject}`, '', answeredTable(questions), '']),
    `## ${unclear.length} that are asked back`,
    '',
    'Nothing runs that answers the question; the words that were not understood are named.',
    '',
    table(
      ['Question', 'Names', 'Offers'],
      unclear.map(({ question, words, offers }) => [code(question), words.join(', '), offers ?? '']),
    ),
    '',
    `## ${refused.length} that are refused`,
    '',
    table(
      ['Question', 'Because'],
      refused.map(({ question, because }) => [code(question), because]),
    ),
    '',
    `## Northwind: ${northwind.length} with an answer`,
    '',
    'Over the CSV files of [the example](examples/northwind/README.md).',
    '',
    answeredTable(northwind),
    '',
  ].join('\n')
}

function answeredTable(questions: readonly AnsweredQuestion[]): string {
  return table(
    ['Question', 'SQL by hand'],
    questions.map(({ question, followUps = [], context, sql }) => [
      [question, ...followUps, ...(context ? [`(asked from ${context.label})`] : [])].map(code).join(' → '),
      code(sql),
    ]),
  )
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Text on one line, whatever is in it; very long text is cut. */
function code(text: string): string {
  const visible = text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('|', '\\|')
  if (visible === '') return '(empty)'
  return visible.length > 1_000 && !visible.includes(' ')
    ? `\`${visible.slice(0, 20)}…\` (${visible.length} characters)`
    : `\`${visible}\``
}
