import { basename } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { quoteIdentifier, quoteText } from '../sqlText.ts'
import { type CsvHeader, readCsvHeader } from './csvHeader.ts'
import { type ColumnTypeName, inferTypes } from './csvTypes.ts'

/**
 * Writes a `select` over CSV files with delimiter, names and types settled once, so that later reads neither sniff nor
 * surprise. Types come from every row, not from a sample.
 *
 * @throws an `Error` that names the file when its rows do not have the columns of its header.
 */
export async function csvSelect(
  connection: DuckDBConnection,
  paths: readonly string[],
  nullText: readonly string[],
): Promise<string> {
  const header = readCsvHeader(paths[0]!)
  const source = { paths, header, nullText: [...new Set(['', ...nullText])] }
  const isLoose = !(await isReadable(connection, strictText(source)))
  if (isLoose && !(await isReadable(connection, looseCheck(source)))) throw unreadable(source)
  const text = isLoose ? looseText(source) : strictText(source)
  const types = await inferTypes(connection, text, header.columns)
  return isLoose ? castSelect(text, header.columns, types) : `select * from ${readCsv(source, types)}`
}

type CsvSource = { paths: readonly string[]; header: CsvHeader; nullText: readonly string[] }

function strictText(source: CsvSource): string {
  return `select * from ${readCsv(
    source,
    source.header.columns.map(() => 'VARCHAR'),
  )}`
}

function readCsv({ paths, header, nullText }: CsvSource, types: readonly ColumnTypeName[]): string {
  const columns = header.columns.map((name, index) => `${quoteText(name)}: ${quoteText(types[index]!)}`)
  const options = [
    `[${paths.map(quoteText).join(', ')}]`,
    'auto_detect=false',
    `delim=${quoteText(header.delimiter)}`,
    `quote='"'`,
    `escape='"'`,
    `header=${header.hasHeader}`,
    `nullstr=[${nullText.map(quoteText).join(', ')}]`,
    `columns={${columns.join(', ')}}`,
  ]
  return `read_csv(${options.join(', ')})`
}

/**
 * Some exports do not quote at all, and write `12, rue des Bouchers` as it is. Where every row has the right number of
 * commas once a comma before a space counts as text, that is how the file is meant.
 */
function looseText({ paths, header, nullText }: CsvSource): string {
  const cells = `string_split(replace(line, ', ', chr(1)), ',')`
  const columns = header.columns.map((name, index) => {
    const cell = `replace(cells[${index + 1}], chr(1), ', ')`
    return `case when ${cell} not in (${nullText.map(quoteText).join(', ')}) then ${cell} end as ${quoteIdentifier(name)}`
  })
  return `select ${columns.join(', ')} from (select ${cells} as cells from ${readLines(paths, header)})`
}

function looseCheck({ paths, header }: CsvSource): string {
  const commas = `length(line) - length(replace(replace(line, ', ', chr(1)), ',', ''))- (length(line) - length(replace(line, ', ', chr(1))))`
  return `select case when ${commas} <> ${header.columns.length - 1} or contains(line, '"') or ${header.delimiter !== ','}
    then error('uneven rows') end from ${readLines(paths, header)}`
}

function readLines(paths: readonly string[], { hasHeader }: CsvHeader): string {
  return `read_csv([${paths.map(quoteText).join(', ')}], auto_detect=false, delim=chr(1), quote='', escape='',
    header=${hasHeader}, columns={'line': 'VARCHAR'})`
}

function castSelect(text: string, columns: readonly string[], types: readonly ColumnTypeName[]): string {
  const casts = columns.map(
    (name, index) => `cast(${quoteIdentifier(name)} as ${types[index]}) as ${quoteIdentifier(name)}`,
  )
  return `select ${casts.join(', ')} from (${text})`
}

async function isReadable(connection: DuckDBConnection, select: string): Promise<boolean> {
  try {
    await connection.run(`select count(columns(*)) from (${select})`)
    return true
  } catch {
    return false
  }
}

function unreadable({ paths, header }: CsvSource): Error {
  return new Error(
    `${paths.map((path) => basename(path)).join(', ')}: not every row has the ${header.columns.length} columns of the first line.`,
  )
}
