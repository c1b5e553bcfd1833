import { createToken } from '@lakefront/gateway'
import { readSecret } from '../services/secret.ts'

/** A token of a pretend sales rep for the demo's gateway over a data folder. */
export function createDemoToken(dataFolder: string): Promise<string> {
  return createToken({ jwtSecret: readSecret(dataFolder), tenantId: 'erie', userId: 'nadia', roles: ['sales'] })
}
