import * as z from 'zod'
import type { AuthenticationConfig } from '../types.ts'

/** Who may call: a secret that tokens are signed with, or a function of one’s own. */
export const authenticationSchema = z.custom<AuthenticationConfig>().superRefine((value, context) => {
  const problem = problemOfAuthentication(value)
  if (problem) context.addIssue({ code: 'custom', path: problem.path, message: problem.message })
})

const jwtKeys = ['jwtSecret', 'issuer', 'audience']

/** By hand: the two forms have no key in common, so a union's message would not say what is wrong. */
function problemOfAuthentication(value: unknown): { path: string[]; message: string } | undefined {
  if (typeof value !== 'object' || value === null) {
    return { path: [], message: 'expected { jwtSecret } or { authenticate }; got nothing' }
  }
  if ('authenticate' in value) {
    const isFunction = typeof value.authenticate === 'function'
    return isFunction ? undefined : { path: ['authenticate'], message: 'expected a function from Request to Caller' }
  }
  const unknownKey = Object.keys(value).find((key) => !jwtKeys.includes(key))
  if (unknownKey)
    return { path: [], message: `unknown key "${unknownKey}"; known are ${jwtKeys.join(', ')}, authenticate` }
  const secret = 'jwtSecret' in value ? value.jwtSecret : undefined
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret).byteLength : 0
  if (bytes < 32) return { path: ['jwtSecret'], message: `expected a secret of at least 32 bytes; got ${bytes}` }
  return undefined
}
