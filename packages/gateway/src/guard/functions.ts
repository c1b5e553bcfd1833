/** Functions that reach outside the data: files, network, secrets, settings, other statements, or the server itself. */
const reaching: readonly RegExp[] = [
  /^read_/,
  /_scan(ner)?$|_attach$/,
  /^(parquet|sniff)_|^glob$/,
  /^(query|query_table|getenv|getvariable|load_extension|readfile|writefile|edit|fsdir|eval)$/,
  /^(pg|lo|sqlite|duckdb|pragma|fts[345])_/,
  /^(dblink|postgres|mysql|sqlite|odbc|jdbc)/,
  /^(set_config|current_setting|setval|nextval|currval|xp_|sp_|write_log|enable_|disable_)/,
  /^(database|schema|table|query|cursor|xpath)_?(to_xml|table)|^(ts_stat|ts_rewrite|crosstab|connectby)/,
  /^(http|https|url|s3|s3cluster|gcs|azure|hdfs|file|remote|remotesecure|cluster|executable|mongodb|redis)$|^http_/,
  /^(secret|ai_|remote_query|read_files|cloud_files|read_kafka|java_method|reflect|result_scan|system\$|vector_search)/,
  /^(openrowset|opendatasource|openquery|openxml|external_query|sys_|dbms_|utl_)/,
  /^(sleep|benchmark|load_file|waitfor)$/,
]

/** Other names are quoted ones; Postgres reads `U&"pg\\005fsleep"` as `pg_sleep`, the parser as a name with a backslash. */
const plainName = /^[\p{Alphabetic}_][\p{Alphabetic}\d_$]*$/u

/** Whether a function only computes from the values it is given, as far as its name tells. */
export function isComputing(name: string): boolean {
  const bare = name.toLowerCase().split('.').at(-1) ?? ''
  return plainName.test(bare) && !reaching.some((pattern) => pattern.test(bare))
}

/** Functions that may stand where a table stands. */
export const tableFunctions: ReadonlySet<string> = new Set([
  'unnest',
  'generate_series',
  'range',
  'explode',
  'explode_outer',
  'posexplode',
  'inline',
  'stack',
  'flatten',
  'json_each',
  'json_tree',
  'json_array_elements',
  'json_array_elements_text',
  'jsonb_array_elements',
  'jsonb_array_elements_text',
  'jsonb_each',
  'jsonb_each_text',
  'json_to_recordset',
  'jsonb_to_recordset',
  'regexp_split_to_table',
  'string_to_table',
  'split_to_table',
  'sequence',
])
