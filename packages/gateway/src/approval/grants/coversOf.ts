import type { GrantTerms } from '@lakefront/contract'

/** What a standing permission covers, in sentences that say all of it: whoever grants it reads nothing else. */
export function coversOf(terms: GrantTerms): string[] {
  const { userId, agentId, tool, piiClasses, channels } = terms
  const through = agentId === null ? 'without an assistant' : `through the assistant “${agentId}”`
  return [
    `Only what ${userId} asks for, ${through}, with the tool ${tool}.`,
    subject(terms),
    bounds(terms),
    piiClasses.length > 0 ? `Personal data of these kinds: ${piiClasses.join(', ')}.` : 'No personal data.',
    ...(channels.length > 0 ? [`It may be sent to: ${channels.join(', ')}.`] : []),
    'It holds until somebody revokes it.',
  ]
}

function subject({ effectClass, entity, source, columns, shape }: GrantTerms): string {
  if (effectClass === 'costly-read') {
    const about = entity === null ? '' : ` about any ${entity}`
    return `Reading${about} at ${source} with the same statements as in this request (${shape?.slice(0, 8)}), whatever values stand in them.`
  }
  return `Writing to any ${entity} at ${source}, any value, in these fields: ${columns?.join(', ')}.`
}

function bounds({ maxRows, maxPeople, maxCostUsd }: GrantTerms): string {
  const rows = maxRows === null ? 'however many rows it reads' : count(maxRows, 'row', 'rows')
  const people = maxPeople === null ? 'however many people' : count(maxPeople, 'person', 'people')
  const cost = maxCostUsd === null ? 'nothing that is billed' : `$${maxCostUsd}`
  return `Each time at most: ${rows}, ${people}, ${cost}.`
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
