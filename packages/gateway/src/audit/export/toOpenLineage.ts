import type { CostAmount } from '@lakefront/contract'
import type { AuditEntry, AuditStatement } from '../types.ts'

type CallEntry = Extract<AuditEntry, { kind: 'call-started' | 'call-ended' | 'rows-ended' }>
type EndEntry = Extract<AuditEntry, { kind: 'call-ended' }>

const producer = 'https://lakefront.dev/gateway'
const schemaURL = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent'
const facet = (name: string) => ({
  _producer: producer,
  _schemaURL: `https://openlineage.io/spec/facets/${name}`,
})

/** OpenLineage knows no costs, so that ours is a facet of our own. */
const costFacet = {
  _producer: producer,
  _schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunFacet',
}

/** An entry as an OpenLineage run event; `undefined` for entries that are no runs of anything. */
export function toOpenLineage(entry: AuditEntry): object | undefined {
  switch (entry.kind) {
    case 'call-started':
      return { eventType: 'START', ...eventOf(entry, [], null), outputs: [] }
    case 'call-ended': {
      const eventType = entry.errorCode === undefined ? 'COMPLETE' : 'FAIL'
      return { eventType, ...eventOf(entry, entry.statements, entry.cost?.actual), outputs: [outputOf(entry)] }
    }
    // The run was over with its answer; this is what was known of it only with the last row.
    case 'rows-ended':
      return { eventType: 'OTHER', ...eventOf(entry, entry.statements, entry.actual), outputs: [] }
    case 'effect-ended':
      return undefined
  }
}

function eventOf(
  { tenantId, recordedAt, callId, tool }: CallEntry,
  statements: readonly AuditStatement[],
  actual: CostAmount | null | undefined,
) {
  const query = statements.map(({ sql }) => sql).join(';\n')
  return {
    eventTime: recordedAt,
    run: { runId: callId, ...(actual && { facets: { lakefront_cost: { ...costFacet, ...actual } } }) },
    job: {
      namespace: `lakefront://${encodeURIComponent(tenantId)}`,
      name: tool,
      ...(query !== '' && {
        facets: { sql: { ...facet('1-0-1/SQLJobFacet.json#/$defs/SQLJobFacet'), query } },
      }),
    },
    inputs: inputsOf(statements),
    producer,
    schemaURL,
  }
}

/** Every table that was read, with the columns of it that were named. */
function inputsOf(statements: readonly AuditStatement[]) {
  const fieldsOf = new Map<string, Set<string>>()
  for (const { source, tables, columns } of statements) {
    for (const table of tables) {
      const fields = fieldsOf.get(JSON.stringify([source, table])) ?? new Set()
      const own = columns.filter((column) => column.startsWith(`${table}.`))
      for (const column of own) fields.add(column.slice(table.length + 1))
      fieldsOf.set(JSON.stringify([source, table]), fields)
    }
  }
  return [...fieldsOf].map(([key, fields]) => {
    const [namespace, name] = JSON.parse(key) as [string, string]
    const schema = { ...facet('1-1-1/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet'), fields: named(fields) }
    return { namespace, name, ...(fields.size > 0 && { facets: { schema } }) }
  })
}

/** The answer, with where each of its columns comes from. */
function outputOf({ tenantId, callId, lineage }: EndEntry) {
  const fields = lineage.map(({ column, from }) => [column, { inputFields: from.map(toInputField) }] as const)
  const columnLineage = {
    ...facet('1-2-0/ColumnLineageDatasetFacet.json#/$defs/ColumnLineageDatasetFacet'),
    fields: Object.fromEntries(fields),
  }
  return {
    namespace: `lakefront://${encodeURIComponent(tenantId)}`,
    name: `answers/${callId}`,
    ...(fields.length > 0 && { facets: { columnLineage } }),
  }
}

/** `source.table.column`, where the table may have dots of its own. */
function toInputField(path: string) {
  const [namespace = '', ...rest] = path.split('.')
  return { namespace, name: rest.slice(0, -1).join('.'), field: rest.at(-1) ?? '' }
}

function named(fields: ReadonlySet<string>) {
  return [...fields].map((name) => ({ name }))
}
