import type { Cell, FieldChange, ShownEffect } from '@lakefront/contract'
import type { WriteConfig } from '../../config/types.ts'
import { GatewayError } from '../../errors.ts'
import type { EffectFacts } from '../policy/types.ts'
import type { Preview, RecordWrite } from './port.ts'
import { textOf } from './textOf.ts'

/** What somebody wants to stand in a record, by column; without an id it is a new one. */
export type Wish = { entity: string; id: string | null; values: Readonly<Record<string, Cell>> }

/**
 * A wish as a write, so far as the configuration lets it be written.
 *
 * @throws {GatewayError} `invalid-input` that names what may be written.
 */
export function planWrite({ entity, id, values }: Wish, config: WriteConfig): Omit<RecordWrite, 'before'> {
  const allowed = config.columns.map(({ name }) => name)
  const wanted = Object.keys(values)
  const other = wanted.filter((name) => !allowed.includes(name))
  if (other.length > 0)
    throw refused(`${other.join(', ')} cannot be written. In ${entity} there is: ${allowed.join(', ')}.`)
  if (wanted.length === 0) throw refused(`Nothing is to be written. In ${entity} there is: ${allowed.join(', ')}.`)
  if (id === null && !config.mayCreate) throw refused(`Records of ${entity} cannot be made here.`)
  const texts = Object.fromEntries(wanted.map((name) => [name, textOf(values[name])]))
  return { table: config.table, keyColumn: config.keyColumn, key: id, values: texts }
}

const refused = (message: string) => new GatewayError({ code: 'invalid-input', message })

export type ShowParameters = {
  tool: string
  wish: Wish
  config: WriteConfig
  sourceTitle: string
  label: string
  preview: Preview
}

/** A write as the approver sees it: the values as the source would keep them. */
export function showWrite({ tool, wish, config, sourceTitle, label, preview }: ShowParameters): ShownEffect {
  const written = config.columns.filter(({ name }) => name in wish.values)
  const changes = written
    .map(({ name, title }) => ({ column: name, title: title ?? name, ...beforeAndAfter(name, preview) }))
    .filter(({ before, after }) => wish.id === null || before !== after)
  const piiClasses = changes.flatMap(({ column }) => written.find(({ name }) => name === column)?.piiClass ?? [])
  return {
    tool,
    title: titleOf(wish, config, label, changes),
    effectClass: 'write',
    source: config.source,
    sourceTitle,
    record: { entity: wish.entity, id: wish.id, label },
    changes,
    estimate: null,
    rows: 1,
    people: piiClasses.length > 0 ? 1 : 0,
    piiClasses: [...new Set(piiClasses)].sort(),
    channels: [],
  }
}

function beforeAndAfter(name: string, { before, after }: Preview) {
  return { before: before?.[name] ?? null, after: after[name] ?? null }
}

function titleOf({ id }: Wish, { title }: WriteConfig, label: string, changes: readonly FieldChange[]): string {
  if (id === null) return `Make the ${title.toLowerCase()} “${label}”`
  return `Change ${changes.map((change) => change.title.toLowerCase()).join(', ')} of the ${title.toLowerCase()} “${label}”`
}

/** The write that was shown, and no other. */
export function writeOf({ record, changes }: ShownEffect, { table, keyColumn }: WriteConfig): RecordWrite {
  const at = (side: 'before' | 'after') =>
    Object.fromEntries(changes.map((change) => [change.column, textOf(change[side])]))
  return { table, keyColumn, key: record?.id ?? null, values: at('after'), before: at('before') }
}

/** What policies look at. What has no estimate, such as writing, costs nothing that anybody bills. */
export function factsOf({ tool, source, statements = [], effectClass, estimate, ...size }: ShownEffect): EffectFacts {
  const { rows, people, piiClasses, channels } = size
  const sources = [...new Set([source, ...statements.map((statement) => statement.source)])]
  const costUsd = estimate ? estimate.high.costUsd : 0
  return { tool, sources, effectClass, costUsd, rows, people, piiClasses, channels }
}
