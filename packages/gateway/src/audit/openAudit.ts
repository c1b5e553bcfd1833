import type { AuditConfig } from '../config/types.ts'
import type { Store } from '../store/port.ts'
import { anchorRegularly } from './anchor/anchorRegularly.ts'
import { openAnchor } from './anchor/openAnchor.ts'
import { createAuditKeys, trustKeys } from './chain/auditKeys.ts'
import { type AuditLog, createAuditLog } from './chain/createAuditLog.ts'
import { type AuditReader, createAuditReader } from './read/createAuditReader.ts'
import { createRecorder, type Recorder } from './record/createRecorder.ts'

/** The audit trail of a gateway that keeps one. */
export type Audit = { log: AuditLog; recorder: Recorder; reader: AuditReader; close(): Promise<void> }

export type OpenAuditOptions = {
  config: AuditConfig
  store: Store
  hasBudgets: boolean
  onFault(error: unknown): void
}

const defaultAnchorEveryMs = 10 * 60_000

export function openAudit({ config, store, hasBudgets, onFault }: OpenAuditOptions): Audit {
  const { secret, anchor, anchorEveryMs: everyMs = defaultAnchorEveryMs, formerPublicKeys = [], readers = [] } = config
  const keys = createAuditKeys(secret)
  const log = createAuditLog({ store, keys })
  const recorder = createRecorder({ log, keys, hasBudgets, onFault })
  const reader = createAuditReader({ store, keys: trustKeys([keys.publicKeyPem, ...formerPublicKeys]), readers })
  const anchoring = anchor && anchorRegularly({ store, anchor: openAnchor(anchor), everyMs, onFault })
  return {
    log,
    recorder,
    reader,
    async close() {
      await recorder.close()
      await anchoring?.close()
    },
  }
}
