import { closeSync, openSync, readSync } from 'node:fs'

export type CsvHeader = {
  delimiter: string
  columns: readonly string[]
  /** Whether the first line names the columns, or is data already. */
  hasHeader: boolean
}

/** Where two occur as often, the one that comes first here is it: nobody writes tabs into names. */
const delimiters = ['\t', ',', ';', '|'] as const
const longestHeaderBytes = 65_536

/** Reads the first line of a CSV file: which delimiter it uses, and what the columns are called. */
export function readCsvHeader(path: string): CsvHeader {
  return parseCsvHeader(firstLine(path))
}

/** A first line with a number or a date in it is data: columns are not called that. */
export function parseCsvHeader(line: string): CsvHeader {
  const delimiter = mostFrequent(line)
  const cells = splitLine(line, delimiter)
  const hasHeader = !cells.some((cell) => cell === '' || /^[+-]?\d[\d.,:/-]*$/.test(cell))
  const names = cells.map((cell, index) => (hasHeader ? cell : `column${index}`))
  return { delimiter, columns: withUniqueNames(names), hasHeader }
}

function mostFrequent(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => bare.split(delimiter).length
  return delimiters.reduce<string>(
    (best, delimiter) => (count(delimiter) > count(best) ? delimiter : best),
    delimiters[0],
  )
}

function splitLine(line: string, delimiter: string): string[] {
  const cells = ['']
  let isQuoted = false
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === delimiter && !isQuoted) cells.push('')
    else cells[cells.length - 1] += character
  }
  return cells.map((cell) => cell.trim())
}

function withUniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let unique = name
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${name}_${number}`
    taken.add(unique.toLowerCase())
    return unique
  })
}

function firstLine(path: string): string {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(longestHeaderBytes)
    const length = readSync(file, buffer, 0, buffer.length, 0)
    return (
      buffer
        .toString('utf8', 0, length)
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/, 1)[0] ?? ''
    )
  } finally {
    closeSync(file)
  }
}
