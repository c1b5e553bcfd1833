import { randomBytes } from 'node:crypto'
import type { ToolInput, ToolName, ToolOutput } from '@lakefront/contract'
import { type AnswerEvent, answerEventMetaKey, answerEventsExtension, type ErrorBody } from '@lakefront/contract'
import { Client, SdkHttpError, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { createToken } from '../auth/createToken.ts'
import { loadConfig } from '../config/loadConfig.ts'
import { createGateway } from '../createGateway.ts'
import { GatewayError } from '../errors.ts'
import { UsageError } from './usage.ts'

/** A way to a gateway: one that listens, or one made for this question only. */
export type Connection = {
  call<Name extends ToolName>(
    name: Name,
    input: ToolInput<Name>,
    options: { signal: AbortSignal; onEvent?: ((event: AnswerEvent) => void) | undefined },
  ): Promise<ToolOutput<Name>>
  close(): Promise<void>
}

type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>

/** An hour: a statement's own time limit at its source ends it long before. */
const timeout = 3_600_000

/**
 * Opens a gateway on a configuration in this process, without a port. Whoever may read the configuration may read its
 * sources, so the token is made here whatever the configuration's own authentication is.
 */
export async function connectToConfig(file: string): Promise<Connection> {
  const jwtSecret = randomBytes(32).toString('hex')
  const gateway = await createGateway({ ...(await loadConfig(file)), authentication: { jwtSecret } })
  const token = await createToken({ jwtSecret, tenantId: 'terminal', userId: 'terminal' })
  const url = new URL('http://localhost/mcp')
  try {
    return await connect({
      url,
      token,
      fetch: (input, init) => gateway.fetch(new Request(input, init)),
      close: gateway.close,
    })
  } catch (error) {
    await gateway.close()
    throw error
  }
}

/** Connects to a gateway that listens. */
export async function connectToUrl(address: string, token: string | undefined): Promise<Connection> {
  if (!URL.canParse(address)) throw new UsageError(`--url: expected an address, got "${address}".`)
  return connect({ url: new URL(address), token, fetch: globalThis.fetch, close: async () => {} }).catch((error) => {
    throw new UsageError(`The gateway at ${address} cannot be used: ${reasonOf(error, token)}`)
  })
}

/** Why a gateway does not answer, in words that help. */
function reasonOf(error: Error, token: string | undefined): string {
  if (!(error instanceof SdkHttpError) || error.status !== 401) return error.message
  const given = token === undefined ? 'it wants an access token' : 'it does not know this access token'
  return (
    `${given}. It may be another one than you think, such as that of another checkout. ` +
    'Give a token of its own with --token or LAKEFRONT_TOKEN (see lakefront token), stop it, or ask your own with --config.'
  )
}

type ConnectOptions = { url: URL; token: string | undefined; fetch: Fetch; close(): Promise<void> }

async function connect({ url, token, fetch, close }: ConnectOptions): Promise<Connection> {
  const client = new Client(
    { name: 'lakefront-terminal', version: '0.0.0' },
    { versionNegotiation: { mode: 'auto' }, capabilities: { extensions: { [answerEventsExtension]: {} } } },
  )
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  await client.connect(new StreamableHTTPClientTransport(url, { fetch, requestInit: { headers } }))
  return {
    async call(name, input, { signal, onEvent }) {
      const result = await client.callTool(
        { name, arguments: { ...input } },
        {
          signal,
          timeout,
          onprogress(progress) {
            const event = (progress as { _meta?: Record<string, unknown> })._meta?.[answerEventMetaKey]
            if (event !== undefined) onEvent?.(event as AnswerEvent)
          },
        },
      )
      if (result.isError) throw new GatewayError((result.structuredContent as ErrorBody).error as never)
      return result.structuredContent as never
    },
    async close() {
      await client.close()
      await close()
    },
  }
}
