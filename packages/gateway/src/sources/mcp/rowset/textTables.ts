import type { Rowset } from '../../rowset.ts'
import { parseDelimited } from './delimitedText.ts'
import { pythonToJson } from './pythonLiteral.ts'
import { rowsetOfJson } from './shapes.ts'

/** Reads a table out of plain text: a Python list, a Markdown table, or CSV. `undefined` when it is none of them. */
export function rowsetOfText(text: string): Rowset | undefined {
  if (text === '' || /^no results\.?$/i.test(text)) return { columns: [], rows: [], truncated: false }
  return pythonList(text) ?? markdownTable(text) ?? delimitedTable(text)
}

function pythonList(text: string): Rowset | undefined {
  if (!text.startsWith('[')) return undefined
  const value = pythonToJson(text)
  return value === undefined ? undefined : rowsetOfJson(value)
}

function markdownTable(text: string): Rowset | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const ruler = lines.findIndex((line) => /^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$/.test(line))
  if (ruler < 1) return undefined
  const columns = cellsOf(lines[ruler - 1]!)
  const rows = lines.slice(ruler + 1).filter((line) => line.includes('|'))
  return tableOf(columns, rows.map(cellsOf))
}

function cellsOf(line: string): string[] {
  const inner = line.replace(/^\|/, '').replace(/\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

/** A single line, or a single column of prose, is no table: better unreadable than wrong. */
function delimitedTable(text: string): Rowset | undefined {
  const delimiter = [',', '\t', ';'].find((candidate) => text.split('\n', 1)[0]!.includes(candidate))
  if (delimiter === undefined) return undefined
  const [columns, ...rows] = parseDelimited(text, delimiter)
  if (!columns?.every((name) => /^[\p{Letter}_][\p{Letter}\p{Number}_ .()%]*$/u.test(name))) return undefined
  return rows.length > 0 ? tableOf(columns, rows) : undefined
}

function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): Rowset | undefined {
  if (rows.some((row) => row.length !== columns.length)) return undefined
  const values = rows.map((row) => row.map((cell) => (cell === '' || cell === 'NULL' ? null : cell)))
  return { columns: columns.map((name) => ({ name })), rows: values, truncated: false }
}
