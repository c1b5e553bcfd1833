import { readFile } from 'node:fs/promises'
import { createAuditKeys, trustKeys } from '../../audit/chain/auditKeys.ts'
import type { ChainReport } from '../../audit/chain/checkChain.ts'
import { readEntries } from '../../audit/chain/readEntries.ts'
import { verifyAudit } from '../../audit/chain/verifyAudit.ts'
import { toOpenLineage } from '../../audit/export/toOpenLineage.ts'
import type { AuditEntry } from '../../audit/types.ts'
import { loadConfig } from '../../config/loadConfig.ts'
import type { AuditConfig } from '../../config/types.ts'
import { openStore } from '../../store/openStore.ts'
import type { Store } from '../../store/port.ts'
import { UsageError } from '../usage.ts'

export type AuditArguments = {
  config?: string | undefined
  anchors?: string | undefined
  tenant?: string | undefined
  format?: string | undefined
}

/** Verifies the audit trail, exports it, or prints the key that it is signed with. */
export async function auditCommand(action: string | undefined, parameters: AuditArguments): Promise<number> {
  if (parameters.config === undefined) throw new UsageError('Expected --config <file>.')
  const { audit, store: storeConfig } = await loadConfig(parameters.config)
  if (!audit || !storeConfig) throw new UsageError('This configuration keeps no audit trail: it has no `audit`.')
  if (action === 'key') return print(createAuditKeys(audit.secret).publicKeyPem)
  if (action !== 'verify' && action !== 'export') throw new UsageError('Expected audit verify, export or key.')
  const store = await openStore(storeConfig)
  try {
    return action === 'verify' ? await verify(store, audit, parameters) : await exportEntries(store, parameters)
  } finally {
    await store.close()
  }
}

async function verify(store: Store, audit: AuditConfig, { anchors: file }: AuditArguments): Promise<number> {
  const keys = trustKeys([createAuditKeys(audit.secret).publicKeyPem, ...(audit.formerPublicKeys ?? [])])
  const reports = await verifyAudit({ store, keys, anchors: await readAnchors(audit, file) })
  if (reports.length === 0) return print('There is nothing on the record yet.\n')
  print(reports.map(describe).join(''))
  return reports.some(({ broken }) => broken) ? 1 : 0
}

/** The file that was asked for, or the one that this configuration anchors to. */
async function readAnchors({ anchor }: AuditConfig, file: string | undefined): Promise<string[]> {
  const path = file ?? (anchor && 'file' in anchor ? anchor.file : undefined)
  if (path === undefined) {
    process.stderr.write('Without anchors nobody can tell whether the end of a trail was cut off.\n')
    return []
  }
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The anchors at ${path} cannot be read.`)
  })
  return text.split('\n').filter(Boolean)
}

function describe({ tenantId, entryCount, broken }: ChainReport): string {
  const whose = tenantId === '' ? 'Anchors' : tenantId
  if (!broken) return `${whose}: ${entryCount} entries, each as it was written.\n`
  const where = broken.sequence === 0 ? '' : ` at entry ${broken.sequence}`
  return `${whose}: BROKEN${where}: ${broken.problem}.\n`
}

async function exportEntries(store: Store, { tenant, format = 'jsonl' }: AuditArguments): Promise<number> {
  if (tenant === undefined) throw new UsageError('Expected --tenant <id>.')
  if (format !== 'jsonl' && format !== 'openlineage') {
    throw new UsageError(`--format: expected jsonl or openlineage, got "${format}".`)
  }
  for await (const { entry } of readEntries(store, tenant)) {
    const event = format === 'jsonl' ? entry : toLine(toOpenLineage(JSON.parse(entry) as AuditEntry))
    if (event !== undefined) print(`${event}\n`)
  }
  return 0
}

function toLine(event: object | undefined): string | undefined {
  return event && JSON.stringify(event)
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}
