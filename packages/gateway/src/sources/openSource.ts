import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import type { SourceConfig } from '../config/types.ts'
import { createLakehouseProcess } from './files/lakehouseProcess.ts'
import { createMcpSource } from './mcp/mcpSource.ts'
import type { Source } from './port.ts'
import { createPostgresSource } from './postgres/postgresSource.ts'

const defaultTimeoutMs = 30_000

export type OpenSourceOptions = {
  now?: (() => number) | undefined
  /** How long a source is left alone after many faults. */
  pauseMs?: number | undefined
}

/** Makes the source of one configuration entry. Connects when first asked: a source that is down stops nobody else. */
export function openSource(
  id: string,
  config: SourceConfig,
  { now = Date.now, pauseMs }: OpenSourceOptions = {},
): Source {
  const title = config.title ?? `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`
  const common = { id, title, timeoutMs: config.timeoutMs ?? defaultTimeoutMs, now, pauseMs }
  if ('postgres' in config) return createPostgresSource({ ...common, ...config.postgres })
  if ('files' in config) return filesSource(common, config.files)
  return 'mcp' in config ? urlSource(common, config) : commandSource(common, config)
}

type Common = { id: string; title: string; timeoutMs: number; now: () => number; pauseMs: number | undefined }

function urlSource(common: Common, { mcp, dialect }: Extract<SourceConfig, { mcp: unknown }>): Source {
  const { url, headers, sqlTool } = mcp
  const openTransport = async () => ({
    transport: new StreamableHTTPClientTransport(new URL(url), headers ? { requestInit: { headers } } : {}),
    url,
  })
  return createMcpSource({ ...common, dialect, sqlTool, headers, openTransport })
}

function commandSource(common: Common, { command, dialect }: Extract<SourceConfig, { command: unknown }>): Source {
  const { args = [], env, sqlTool } = command
  const parameters = { command: command.command, args: [...args], ...(env && { env }), stderr: 'ignore' as const }
  const openTransport = async () => ({ transport: new StdioClientTransport(parameters) })
  return createMcpSource({ ...common, dialect, sqlTool, openTransport })
}

function filesSource(common: Common, files: Extract<SourceConfig, { files: unknown }>['files']): Source {
  const lakehouse = createLakehouseProcess(common, files)
  const openTransport = async () => {
    const url = await lakehouse.url()
    return { transport: new StreamableHTTPClientTransport(new URL(url)), url }
  }
  return createMcpSource({ ...common, dialect: 'duckdb', openTransport, onClose: lakehouse.close })
}
