import { createToken } from '../../auth/createToken.ts'
import { loadConfig } from '../../config/loadConfig.ts'
import { UsageError } from '../usage.ts'

export type TokenArguments = {
  config?: string | undefined
  user?: string | undefined
  tenant?: string | undefined
  role?: readonly string[] | undefined
  expires?: string | undefined
}

/** Prints an access token that the configuration's gateway accepts. */
export async function tokenCommand(parameters: TokenArguments): Promise<number> {
  if (parameters.config === undefined) throw new UsageError('Expected --config <file>.')
  const { authentication } = await loadConfig(parameters.config)
  if (!('jwtSecret' in authentication)) {
    throw new UsageError('This configuration has its own `authenticate`; its tokens are made elsewhere.')
  }
  const token = await createToken({
    ...authentication,
    userId: parameters.user ?? 'developer',
    tenantId: parameters.tenant ?? 'development',
    roles: parameters.role ?? [],
    expiresInSeconds: parameters.expires === undefined ? undefined : Number(parameters.expires),
  })
  process.stdout.write(`${token}\n`)
  return 0
}
