import { readdirSync, statSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'

export type TableFormat = 'parquet' | 'csv' | 'json'

/** A table of the lakehouse: a file, or a folder of files of one format. */
export type TableFiles = { name: string; format: TableFormat; paths: readonly string[] }

const formats: Readonly<Record<string, TableFormat>> = {
  '.parquet': 'parquet',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.json': 'json',
  '.ndjson': 'json',
  '.jsonl': 'json',
}

/** Finds the tables of a folder: its data files by stem, its subfolders by name. */
export function findTables(folder: string): TableFiles[] {
  const root = resolve(folder)
  const entries = readdirSync(root, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))
  const found = entries.flatMap((entry): TableFiles[] => {
    const path = join(root, entry.name)
    if (entry.name.startsWith('.')) return []
    return statSync(path).isDirectory() ? folderTable(path, entry.name) : fileTable(path, entry.name)
  })
  return withUniqueNames(found)
}

/** `Order Details.2024` becomes `order_details_2024`: a name that needs no quotes in any dialect. */
export function tableName(stem: string): string {
  const name = stem
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()
  return /^\p{Letter}/u.test(name) ? name : `t_${name}`
}

function fileTable(path: string, fileName: string): TableFiles[] {
  const extension = extname(fileName)
  const format = formats[extension.toLowerCase()]
  return format ? [{ name: tableName(fileName.slice(0, -extension.length)), format, paths: [path] }] : []
}

function folderTable(path: string, folderName: string): TableFiles[] {
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && formats[extname(entry.name).toLowerCase()])
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const format = files[0] && formats[extname(files[0]).toLowerCase()]
  if (!format) return []
  const paths = files.filter((file) => formats[extname(file).toLowerCase()] === format)
  return [{ name: tableName(folderName), format, paths }]
}

function withUniqueNames(tables: readonly TableFiles[]): TableFiles[] {
  const taken = new Set<string>()
  return tables.map((table) => {
    let name = table.name
    for (let number = 2; taken.has(name); number++) name = `${table.name}_${number}`
    taken.add(name)
    return { ...table, name }
  })
}
