import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Read } from './types.ts'

/** Digest of who asks for what, whatever it may cost: asking for the same again is the same wish. */
export function subjectOf({ tool, caller, question, statements }: Pick<Read, SubjectField>): string {
  const { tenantId, userId, agentId = null } = caller
  const asked = statements.map(({ source, sql }) => ({ source, sql }))
  const text = canonicalize({ tool, tenantId, userId, agentId, question: question ?? null, statements: asked })!
  return createHash('sha256').update(text).digest('hex')
}

type SubjectField = 'tool' | 'caller' | 'question' | 'statements'
