import { type Account, dataEnd } from './accounts.ts'
import { territories } from './geography.ts'
import { mailName, ownerOf, owners, personName, phoneNumber } from './people.ts'
import { draw, pick } from './random.ts'
import { companyFirstWords, companyTrades, streets } from './words.ts'

/** A row as it is inserted, by column name. */
export type Row = Record<string, string | number | boolean | null>

/** A moment so many days before the end of the data, during office hours. */
export function momentBefore(days: number, key: number): string {
  const time = Date.parse(`${dataEnd}T12:00:00Z`) - days * 86_400_000 + draw(key, 90, 540) * 60_000
  return new Date(time).toISOString()
}

/** Rows of `territories`. */
export function territoryRows(): readonly Row[] {
  return territories.map(({ id, name, region }) => ({ id, name, region }))
}

/** Rows of `owners`. */
export function ownerRows(): readonly Row[] {
  return owners.map(({ territory, ...owner }) => ({ ...owner, territory_id: territory.id }))
}

/** Rows of `accounts`; a parent is an earlier account of the same territory. */
export function accountRows(accounts: readonly Account[]): readonly Row[] {
  return accounts.map((account, index) => {
    const { id, territory, tier } = account
    const neighbour = accounts[index - 1]
    const sameTerritory = neighbour?.territory.id === territory.id
    const employees = (8 + draw(id, 91, 60)) * { A: 14, B: 5, C: 1 }[tier]
    return {
      id,
      name: account.name,
      erp_account_number: account.erpAccountNumber,
      parent_account_id: sameTerritory && tier === 'C' && draw(id, 92, 5) === 0 ? neighbour.id : null,
      territory_id: territory.id,
      owner_id: ownerOf(territory, id).id,
      industry: account.industry,
      tier,
      status: account.status,
      merged_into_id: account.mergedIntoNeighbour && sameTerritory ? neighbour.id : null,
      street: `${100 + draw(id, 93, 9_800)} ${pick(streets, id, 94)}`,
      city: account.city,
      state: territory.state,
      postal_code: territory.postalPrefix + String(10 + draw(id, 95, 90)),
      country: territory.country,
      phone: phoneNumber(territory.areaCode, id),
      website: `https://${mailName(account.name).replaceAll('.', '-').slice(0, 40)}.example`,
      currency: territory.currency,
      annual_revenue: draw(id, 96, 20) === 0 ? null : employees * (140_000 + draw(id, 97, 160) * 1_000),
      employee_count: draw(id, 98, 25) === 0 ? null : employees,
      created_at: `${account.firstOrderDate}T09:00:00.000Z`,
      updated_at: momentBefore(draw(id, 99, 400), id),
    }
  })
}

/** Rows of `leads`. */
export function leadRows(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, index) => {
    const id = index + 1
    const territory = pick(territories, id, 101)
    const { firstName, lastName } = personName(id + 700_000)
    return {
      id,
      name: `${firstName} ${lastName}`,
      company: `${pick(companyFirstWords, id, 102)} ${pick(companyTrades, id, 103)}`,
      source: pick(['Website', 'Trade show', 'Referral', 'Cold call', 'Distributor day'], id, 104),
      status: pick(['New', 'New', 'Working', 'Nurturing', 'Qualified', 'Unqualified'], id, 105),
      owner_id: ownerOf(territory, id).id,
      territory_id: territory.id,
      created_at: momentBefore(draw(id, 106, 720), id),
    }
  })
}
