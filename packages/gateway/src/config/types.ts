import type { AutonomyLevel } from '@lakefront/contract'
import type { Approvers, AutonomyLimits, PolicyRule } from '../approval/policy/types.ts'
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
    | {
        postgres: {
          url: string
          schema?: string | undefined
          /** For the user who may write what `writes` names; the other one should be able to read only. */
          writerUrl?: string | undefined
        }
      }
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
  /** US dollars per million tokens that a model reads and writes, by the model's name. */
  usdPerMillionTokens?: Record<string, TokenPrice> | undefined
  /** Sources that are billed by the time a warehouse works, by source id. */
  warehouses?: Record<string, WarehousePrice> | undefined
}

export type TokenPrice = { input: number; output: number }

/** What an hour of a warehouse costs: DBUs at Databricks, credits at Snowflake. */
export type WarehousePrice = {
  unitsPerHour: number
  usdPerUnit: number
  /** Least time that is billed once the warehouse starts, in milliseconds. Snowflake: 60,000. Default 0. */
  leastBilledMs?: number | undefined
  /** How fast it is expected to scan, until past statements tell better. Default 100 MiB a second. */
  bytesPerSecond?: number | undefined
}

/** Records that may be written: by people who approve, or by themselves where `approvals` lets them. */
export type WriteConfig = {
  /** What people call such a record, such as `Opportunity`. */
  title: string
  /** A Postgres source with a `writerUrl`. */
  source: string
  table: string
  keyColumn: string
  /** Names the record on the card. */
  labelColumn: string
  /** What may be written, and no other column. `piiClass` names the kind of personal data that a column holds. */
  columns: readonly { name: string; title?: string | undefined; piiClass?: string | undefined }[]
  /** Whether new ones may be made. Default false. */
  mayCreate?: boolean | undefined
}

export type ApprovalConfig = {
  /** How much happens by itself. Default `propose`. */
  level?: AutonomyLevel | undefined
  /** Bounds of the level `limited`. A kind without a limit is always asked for. */
  limits?: AutonomyLimits | undefined
  /** `deny` over `ask` over `allow`, before the level. */
  rules?: readonly PolicyRule[] | undefined
  /** Who decides. Default: any one person of the tenant. */
  approvers?: Partial<Approvers> | undefined
  /** Roles that may change the level and its limits while the gateway runs. Default: none. */
  administrators?: readonly string[] | undefined
  /** Milliseconds after which a request that nobody decided is refused. Default one day. */
  expiresAfterMs?: number | undefined
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

/** Most that may be spent by a tenant, a person or an agent on one query, in a day or in a month. */
export type BudgetCap = {
  scope: 'tenant' | 'user' | 'agent'
  /** The one tenant, user or agent that it is for, in place of a cap for everybody. Default: each has it. */
  id?: string | undefined
  /** Holds in this tenant only. */
  tenant?: string | undefined
  period: 'query' | 'day' | 'month'
  capUsd: number
  /** From this amount on a run needs somebody's yes. */
  confirmAboveUsd?: number | undefined
}

export type BudgetConfig = {
  caps: readonly BudgetCap[]
  /** Whose midnight ends a day and a month, such as `America/New_York`. Default UTC. */
  timeZone?: string | undefined
  /** The same for single tenants, by their id. */
  tenantTimeZones?: Record<string, string> | undefined
  /** What happens to a run whose cost nobody can tell beforehand. Default `deny`. */
  unknownCost?: 'allow' | 'approve' | 'deny' | undefined
  /** Roles that see what everybody of their tenant spent. Everybody sees their own. */
  readers?: readonly string[] | undefined
  /** Milliseconds after which money is given back that a crashed gateway had set aside. Default 15 minutes. */
  reservationMs?: number | undefined
}

/** A place outside of the store where the ends of the audit trail are kept, so that nobody can cut or rewrite it unseen. */
export type AnchorConfig = { file: string } | { url: string; headers?: Record<string, string> | undefined }

export type AuditConfig = {
  /** At least 32 bytes that only the gateways know: signs the trail and hides values in it. */
  secret: string
  anchor?: AnchorConfig | undefined
  /** Milliseconds between two anchorings. Default 10 minutes. */
  anchorEveryMs?: number | undefined
  /** Public keys (PEM) of secrets that were in use before, to verify what they signed. */
  formerPublicKeys?: readonly string[] | undefined
  /** Roles that see everybody’s calls, of their own tenant. Anybody else sees their own. */
  readers?: readonly string[] | undefined
}

/** Whom the gateway tells what it does and how long that takes: an OpenTelemetry collector or backend. */
export type TelemetryConfig = {
  /** Where traces and metrics go over OTLP (HTTP, JSON), such as `http://localhost:4318`. */
  otlp: { url: string; headers?: Record<string, string> | undefined }
  /** Default `lakefront-gateway`. */
  serviceName?: string | undefined
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
  /** What may be spent. Left out, nothing is counted and nothing is stopped. */
  budgets?: BudgetConfig | undefined
  /** Records that may be written, by the name that tools have for them. */
  writes?: Record<string, WriteConfig> | undefined
  /** What happens by itself, and who decides of the rest. */
  approvals?: ApprovalConfig | undefined
  /** Puts every call on the record, in a trail that shows tampering. Left out, nothing is recorded. */
  audit?: AuditConfig | undefined
  /** Sends traces and metrics. Left out, nothing is sent. */
  telemetry?: TelemetryConfig | undefined
  /** What the gateway itself remembers: budgets, the audit trail. Default: the folder `.lakefront/state`. */
  store?: StoreConfig | undefined
  /** Most rows that one answer or query may deliver. Default 1,000,000. */
  maxRows?: number | undefined
  /** Fixes the clock that "last 90 days" is counted from; ISO 8601. Default: now. */
  now?: string | undefined
}
