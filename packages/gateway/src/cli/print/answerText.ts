import { stripVTControlCharacters } from 'node:util'
import type { Answer, Row } from '@lakefront/contract'
import { renderTable } from './table.ts'

/** The answer as people read it in a terminal: finding, table, notes. */
export function answerToText(answer: Answer, rows: readonly Row[]): string {
  const { text, clarification, result, warnings } = answer
  const parts = [
    plain(text),
    clarification?.choices.map(({ label, question }) => `  ${plain(label)}: ${plain(question)}`).join('\n'),
    result && renderTable(result.columns, rows, { rowCount: result.rowCount ?? rows.length }),
    warnings.map(({ message }) => `Note: ${plain(message)}`).join('\n'),
  ]
  return parts.filter(Boolean).join('\n\n')
}

/** Markdown without its emphasis and escapes, and without anything that would steer the terminal. */
function plain(markdown: string): string {
  return stripVTControlCharacters(markdown)
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: keyof typeof entities) => entities[name])
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
