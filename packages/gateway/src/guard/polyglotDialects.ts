import { Dialect as PolyglotDialect } from '@polyglot-sql/sdk'
import type { Dialect } from '../sources/port.ts'

/** What the SQL parser calls our dialects. */
export const polyglotDialects: Record<Dialect, PolyglotDialect> = {
  duckdb: PolyglotDialect.DuckDB,
  postgresql: PolyglotDialect.PostgreSQL,
  sqlite: PolyglotDialect.SQLite,
  databricks: PolyglotDialect.Databricks,
  snowflake: PolyglotDialect.Snowflake,
  bigquery: PolyglotDialect.BigQuery,
  trino: PolyglotDialect.Trino,
}
