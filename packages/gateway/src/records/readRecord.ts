import type { EntityRecord, RecordSection, ToolArguments } from '@lakefront/contract'
import type { RecordSectionConfig } from '../config/types.ts'
import { GatewayError, toGatewayError } from '../errors.ts'
import type { ToolContext } from '../tools/tool.ts'
import { entityOf, type FoundEntity } from './entityOf.ts'
import { readIdentity } from './readIdentity.ts'
import { type RecordWork, readSection } from './readSection.ts'
import { sectionSource } from './sectionSource.ts'

/**
 * Reads a record live: all sections at once, each by itself. A section whose source is down fails alone; only a record that
 * does not exist fails whole.
 */
export async function readRecord(input: ToolArguments<'get_record'>, context: ToolContext): Promise<EntityRecord> {
  const { rooms, signal, onFault } = context
  const found = await entityOf(input.entity, rooms, signal)
  const sections = chooseSections(input, found)
  const dimensions = sections.flatMap((section) => (section.kind === 'fields' ? section.dimensions : []))
  const identity = readIdentity(found, input.id, { dimensions, signal })
  const work: RecordWork = { found, id: input.id, identity, rooms, signal }

  const [label, ...read] = await Promise.all([
    labelOf(identity, input.id),
    ...sections.map((section) => readSectionAlone(section, work, onFault)),
  ])
  return { entity: input.entity, id: input.id, label, sections: read }
}

function chooseSections({ entity, sections }: ToolArguments<'get_record'>, found: FoundEntity): RecordSectionConfig[] {
  const all = found.entity.record ?? []
  if (!sections) return [...all]
  return sections.map((id) => {
    const section = all.find((candidate) => candidate.id === id)
    if (section) return section
    const known = all.map((candidate) => candidate.id).join(', ')
    throw new GatewayError({ code: 'invalid-input', message: `${entity} has no section "${id}". There are: ${known}.` })
  })
}

/** A record whose own source is down is still worth showing under its key; one that does not exist is not. */
async function labelOf(identity: ReturnType<typeof readIdentity>, id: string): Promise<string> {
  try {
    return (await identity).label
  } catch (thrown) {
    const error = toGatewayError(thrown)
    if (error.code === 'record-not-found' || error.code === 'cancelled') throw error
    return id
  }
}

async function readSectionAlone(
  section: RecordSectionConfig,
  work: RecordWork,
  onFault: ToolContext['onFault'],
): Promise<RecordSection> {
  const startedAt = performance.now()
  const asOf = new Date().toISOString()
  const source = sectionSource(section, work.found.entity, work.rooms.model)
  const { id, title, kind } = section
  const known = { id, title, kind, source, sourceTitle: work.rooms.sources.get(source)?.title ?? source }
  try {
    return { ...known, status: 'ready', ...(await readSection(section, work)) }
  } catch (thrown) {
    const { code, message, retryable, retryAt } = toGatewayError(thrown)
    if (code === 'internal') onFault(thrown)
    const error = { code, message, retryable, ...(retryAt && { retryAt: retryAt.toISOString() }) }
    const nothing = { columns: [], rows: [], truncated: false, asOf, durationMs: performance.now() - startedAt }
    return { ...known, status: 'failed', ...nothing, error }
  }
}
