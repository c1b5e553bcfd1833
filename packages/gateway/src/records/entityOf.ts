import type { EntityConfig } from '../config/types.ts'
import { GatewayError } from '../errors.ts'
import type { Rooms } from '../rooms.ts'
import type { MetricView } from '../semantic/port.ts'
import type { Source } from '../sources/port.ts'

/** An entity with the view and the source of its attributes. */
export type FoundEntity = { name: string; entity: EntityConfig; view: MetricView; source: Source }

/** Looks an entity up by its name in the configuration. */
export async function entityOf(
  name: string,
  { config, model, sources, catalogs }: Rooms,
  signal: AbortSignal,
): Promise<FoundEntity> {
  const entities = config.entities ?? {}
  const entity = Object.hasOwn(entities, name) ? entities[name] : undefined
  const view = entity && model.views.get(entity.view)
  const source = view && sources.get(view.sourceId)
  if (entity && view && source) return { name, entity, view: await catalogs.bind(view, signal), source }
  const known = Object.keys(entities).join(', ') || 'none'
  throw new GatewayError({ code: 'unknown-entity', message: `There is no entity "${name}". There are: ${known}.` })
}
