import type { Migration } from '../planMigrations.ts'
import { approval } from './approval.ts'
import { audit } from './audit.ts'
import { auditReading } from './auditReading.ts'
import { budget } from './budget.ts'
import { governance } from './governance.ts'

/** All changes to the store's tables, in order. One that was released is never edited: a later one puts it right. */
export const migrations: readonly Migration[] = [budget, approval, audit, governance, auditReading]
