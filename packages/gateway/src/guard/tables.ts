/** A table as a statement names it. */
export type TableName = { name: string; schema?: string | undefined; catalog?: string | undefined }

const systemSchemas: ReadonlySet<string> = new Set([
  'pg_catalog',
  'pg_toast',
  'system',
  'sys',
  'mysql',
  'performance_schema',
])
const systemTable = /^(pg|duckdb|sqlite|pragma)_/i
/** A path, an address or a stage that an engine would open when it stands where a table stands. */
const path = /[/\\*?]|^@|:\/\/|\.(parquet|csv|tsv|jsonl?|ndjson|avro|orc|xlsx?|db|sqlite|duckdb|gz|zst|txt)$/i

/** Why a table may not be read; `undefined` when it may. */
export function tableProblem(table: TableName, allowed: readonly string[] | undefined): string | undefined {
  const { name, schema = '', catalog = '' } = table
  if ([name, schema, catalog].some((part) => path.test(part))) return `${name} is a file, not a table`
  if ([schema, catalog].some((part) => systemSchemas.has(part.toLowerCase())))
    return `${schema}.${name} belongs to the system`
  if (systemTable.test(name)) return `${name} belongs to the system`
  if (allowed && !allowed.some((candidate) => isSame(candidate, table)))
    return `there is no table ${fullName(table)} here`
  return undefined
}

/** An allowed name may leave out schema and catalog; then any will do, or none. */
function isSame(allowed: string, table: TableName): boolean {
  const wanted = allowed.toLowerCase().replace(/["`[\]]/g, '')
  const actual = fullName(table).toLowerCase()
  return actual === wanted || actual.endsWith(`.${wanted}`) || wanted.endsWith(`.${actual}`)
}

function fullName({ name, schema, catalog }: TableName): string {
  return [catalog, schema, name].filter((part) => part).join('.')
}
