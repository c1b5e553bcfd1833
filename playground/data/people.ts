import { type Territory, territories } from './geography.ts'
import { draw, pick } from './random.ts'
import { firstNames, lastNames } from './words.ts'

/** A sales person; ids count up from 1. */
export type Owner = { id: number; name: string; email: string; title: string; territory: Territory }

/** Two sales people a territory, none of whom shares a name. */
export const owners: readonly Owner[] = territories.flatMap((territory, index) =>
  (['Account manager', 'Inside sales representative'] as const).map((title, seat) => {
    const id = index * 2 + seat + 1
    const name = `${firstNames[(id * 29) % firstNames.length]} ${lastNames[(id * 53) % lastNames.length]}`
    return { id, name, email: `${mailName(name)}@erie-industrial.example`, title, territory }
  }),
)

/** The sales person of an account. */
export function ownerOf(territory: Territory, key: number): Owner {
  const team = owners.filter((owner) => owner.territory.id === territory.id)
  return pick(team, key, 81)
}

/** A first and last name that depend only on the key. */
export function personName(key: number): { firstName: string; lastName: string } {
  return { firstName: pick(firstNames, key, 82), lastName: pick(lastNames, key, 83) }
}

/** What stands before the @: letters without accents, dots between names. */
export function mailName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  return letters.replace(/[^a-z0-9]+/g, '.').replace(/^\.+|\.+$/g, '') || 'office'
}

/** A telephone number in the range that is kept free for examples. */
export function phoneNumber(areaCode: string, key: number): string {
  return `+1 ${areaCode} 555 ${String(100 + draw(key, 84, 100)).padStart(4, '0')}`
}
