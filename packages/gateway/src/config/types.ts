import type { Caller } from '../results/port.ts'
import type { Dialect } from '../sources/port.ts'

type CommonSource = {
  /** What people call it. Default: the id, capitalised. */
  title?: string | undefined
  /** Milliseconds after which a statement is given up. Default 30,000. */
  timeoutMs?: number | undefined
}

/** Exactly one of `mcp`, `command`, `files`, `postgres` says what the source is. Relative paths count from the config file. */
export type SourceConfig = CommonSource &
  (
    | {
        mcp: { url: string; headers?: Record<string, string> | undefined; sqlTool?: string | undefined }
        dialect: Dialect
      }
    | {
        command: {
          command: string
          args?: readonly string[]
          env?: Record<string, string>
          sqlTool?: string | undefined
        }
        dialect: Dialect
      }
    | {
        /** A folder of Parquet, CSV or JSON files; runs as an embedded lakehouse, an MCP server in its own process. */
        files: {
          folder: string /** Text that means null in CSV. Default `''`. */
          nullText?: string | readonly string[] | undefined
        }
      }
    | { postgres: { url: string; schema?: string | undefined } }
  )

/** A metric view file and how it is bound. The file itself is Unity Catalog YAML and stays untouched. */
export type ViewConfig = {
  file: string
  source: string
  /** Name to use instead of the file's stem. */
  name?: string | undefined
  /** Dialect of the expressions. Default `databricks`. */
  dialect?: Dialect | undefined
  /** Dimension that time phrases filter. Default: the only dimension with a date type. */
  timeDimension?: string | undefined
  /** Reads this table instead of the file's `source`, when the name differs at this source. */
  table?: string | undefined
}

export type RecordSectionConfig = {
  id: string
  title: string
} & (
  | {
      /** Columns of one row of the entity's own view (dimension names), as label and value. */
      kind: 'fields'
      dimensions: readonly string[]
    }
  | {
      /** Rows of a table or view at any source that carry the record's key. */
      kind: 'table'
      source: string
      table: string
      /** Column that holds the record's key. */
      keyColumn: string
      columns: readonly {
        name: string
        title?: string
        unit?: 'currency' | 'percent' | 'count'
        currency?: string
        opens?: { entity: string; keyColumn: string }
      }[]
      orderBy?: string | undefined
      descending?: boolean | undefined
      limit?: number | undefined
    }
  | {
      /** One number: a measure, such as `sales.gross_margin`, of this record. */
      kind: 'figure'
      measure: string
    }
)

export type EntityConfig = {
  title: string
  pluralTitle?: string | undefined
  synonyms?: readonly string[] | undefined
  view: string
  key: string
  label: string
  references?: Record<string, string> | undefined
  /** Dimensions shown in lists and search results. */
  summary?: readonly string[] | undefined
  record?: readonly RecordSectionConfig[] | undefined
}

export type PriceConfig = {
  /** When these prices were true, `yyyy-mm-dd`. */
  asOf: string
  /** US dollars per tebibyte scanned, by source id. A source without any price has no known cost; 0 means free. */
  usdPerTebibyteScanned?: Record<string, number> | undefined
  /** Sources that are billed by the time a warehouse works, by source id. */
  warehouses?: Record<string, WarehousePrice> | undefined
}

/** What an hour of a warehouse costs: DBUs at Databricks, credits at Snowflake. */
export type WarehousePrice = {
  unitsPerHour: number
  usdPerUnit: number
  /** Least time that is billed once the warehouse starts, in milliseconds. Snowflake: 60,000. Default 0. */
  leastBilledMs?: number | undefined
  /** How fast it is expected to scan, until past statements tell better. Default 100 MiB a second. */
  bytesPerSecond?: number | undefined
}

export type AuthenticationConfig =
  | {
      /** Any token scheme of the host. `undefined` refuses the request. */ authenticate(
        request: Request,
      ): Promise<Caller | undefined>
    }
  | {
      /** HS256 key of at least 32 bytes; JWTs need `sub`, `tenant` and may have `roles`. */ jwtSecret: string
      issuer?: string | undefined
      audience?: string | undefined
    }

/** Where the gateway keeps its own state: a folder for one gateway, a Postgres for any number. */
export type StoreConfig = { folder: string } | { url: string }

export type LakefrontConfig = {
  sources: Record<string, SourceConfig>
  views?: readonly ViewConfig[] | undefined
  entities?: Record<string, EntityConfig> | undefined
  prices?: PriceConfig | undefined
  authentication: AuthenticationConfig
  /** Origins of pages that may call the gateway. Default: same origin only. */
  allowedOrigins?: readonly string[] | undefined
  results?:
    | { timeToLiveMs?: number | undefined; maxBytesPerResult?: number | undefined; maxBytes?: number | undefined }
    | undefined
  /** What the gateway itself remembers: budgets, the audit trail. Default: the folder `.lakefront/state`. */
  store?: StoreConfig | undefined
  /** Most rows that one answer or query may deliver. Default 1,000,000. */
  maxRows?: number | undefined
  /** Fixes the clock that "last 90 days" is counted from; ISO 8601. Default: now. */
  now?: string | undefined
}
