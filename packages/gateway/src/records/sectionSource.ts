import type { EntityConfig, RecordSectionConfig } from '../config/types.ts'
import type { SemanticModel } from '../semantic/port.ts'

/** Id of the source that a section of a record is read from. */
export function sectionSource(section: RecordSectionConfig, entity: EntityConfig, { views }: SemanticModel): string {
  if (section.kind === 'table') return section.source
  const view = section.kind === 'figure' ? section.measure.split('.')[0] : entity.view
  return views.get(view ?? '')?.sourceId ?? ''
}
