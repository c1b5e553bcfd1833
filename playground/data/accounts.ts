import { type Territory, territories } from './geography.ts'
import { odditiesOf } from './oddities.ts'
import { draw, pick } from './random.ts'
import { companyEndings, companyFirstWords, companyTrades, industries } from './words.ts'

/** An account of the CRM together with what decides its orders, which no system stores. */
export type Account = {
  id: number
  name: string
  erpAccountNumber: string
  territory: Territory
  city: string
  industry: string
  tier: 'A' | 'B' | 'C'
  status: 'Active' | 'Prospect' | 'Inactive' | 'Merged'
  /** Its share of all orders, in no particular unit; 0 for an account that never ordered. */
  orderWeight: number
  /** How many of a thousand orders come back. */
  returnsPermille: number
  /** Returned goods are scrapped: the revenue is credited and the cost stays. */
  scrapsReturns: boolean
  firstOrderDate: string
  lastOrderDate: string
  /** Set on the merged account: the account before it took it over. */
  mergedIntoNeighbour: boolean
}

/** First and last day on which something was ordered. */
export const dataStart = '2018-01-02'
export const dataEnd = '2026-11-20'

const fullSize = 5000
const smallest = 420
const fixedSizes: Record<string, number> = { Cleveland: 42, Erie: 38 }

/** Account ids count up from here, so that they are never mistaken for row numbers. */
const firstAccountId = 10_001

/**
 * All accounts of the distributor, the same ones each time.
 *
 * @param scale - 1 is about 5,000 accounts. However small, Cleveland keeps its 42 and every odd case is there.
 */
export function makeAccounts(scale = 1): readonly Account[] {
  const wanted = Math.max(smallest, Math.round(fullSize * scale))
  const totalShare = territories.reduce((sum, { share }) => sum + share, 0)
  const fixed = Object.values(fixedSizes).reduce((sum, size) => sum + size, 0)
  const accounts: Account[] = []
  for (const territory of territories) {
    const size = fixedSizes[territory.name] ?? Math.round(((wanted - fixed) * territory.share) / totalShare)
    for (let place = 0; place < size; place += 1) accounts.push(makeAccount(accounts.length, place, territory))
  }
  return accounts
}

function makeAccount(index: number, place: number, territory: Territory): Account {
  const id = firstAccountId + index
  const status = statusOf(id, territory)
  return {
    id,
    name: companyName(index),
    erpAccountNumber: `C-${String(200_000 + id * 7).padStart(6, '0')}`,
    territory,
    city: pick(territory.cities, id, 11),
    industry: pick(industries, id, 12),
    status,
    orderWeight: status === 'Prospect' ? 0 : generatedWeight(id, place, territory),
    returnsPermille: 10 + draw(id, 13, 35),
    scrapsReturns: false,
    ...orderPeriod(id, status),
    mergedIntoNeighbour: false,
    ...tierByWeight(id, place, territory),
    ...odditiesOf(territory.name)[place],
  }
}

/** Cleveland is a territory of key accounts, all of them active; elsewhere some never bought and some stopped. */
function statusOf(id: number, territory: Territory): Account['status'] {
  if (territory.name === 'Cleveland') return 'Active'
  const percent = draw(id, 14, 100)
  if (percent < 8) return 'Prospect'
  return percent < 15 ? 'Inactive' : 'Active'
}

/** A few large accounts and a long tail: the weight falls with one over a drawn rank. */
function generatedWeight(id: number, place: number, territory: Territory): number {
  if (territory.name === 'Cleveland') return Math.round(14_600 / (place + 14)) - draw(id, 15, 60)
  return Math.round(60_000 / (draw(id, 15, 4_600) + 90))
}

function tierByWeight(id: number, place: number, territory: Territory): Pick<Account, 'tier'> {
  const weight = generatedWeight(id, place, territory)
  if (weight > (territory.name === 'Cleveland' ? 400 : 120)) return { tier: 'A' }
  return { tier: weight > (territory.name === 'Cleveland' ? 220 : 28) ? 'B' : 'C' }
}

function orderPeriod(id: number, status: Account['status']): Pick<Account, 'firstOrderDate' | 'lastOrderDate'> {
  const firstYear = draw(id, 16, 100) < 55 ? 2018 : 2018 + draw(id, 17, 8)
  const firstOrderDate = firstYear === 2018 ? dataStart : `${firstYear}-0${1 + draw(id, 18, 9)}-01`
  if (status !== 'Inactive') return { firstOrderDate, lastOrderDate: dataEnd }
  return { firstOrderDate, lastOrderDate: `${Math.min(2025, firstYear + 1 + draw(id, 19, 6))}-12-31` }
}

/** Walks through all pairs of first word and trade before any comes twice, so that no two accounts have one name. */
function companyName(index: number): string {
  const pairs = companyFirstWords.length * companyTrades.length
  const pair = (index * 3_313 + 17) % pairs
  const first = companyFirstWords[Math.floor(pair / companyTrades.length)]
  const trade = companyTrades[pair % companyTrades.length]
  return `${first} ${trade}${pick(companyEndings, index, 20)}`
}
