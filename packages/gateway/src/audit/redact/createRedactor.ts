import type { AuditConfig } from '../../config/types.ts'
import { createAuditKeys } from '../chain/auditKeys.ts'
import { redactText } from './redactText.ts'

/** Leaves personal data out of questions that are kept: as in the audit trail where there is one, else without a trace. */
export function createRedactor(audit: AuditConfig | undefined): (question: string) => string {
  const hashValue = audit ? createAuditKeys(audit.secret).hashValue : () => ''
  return (question) => redactText(question, hashValue)
}
