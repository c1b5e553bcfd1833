import type { Account } from './accounts.ts'
import { momentBefore, type Row } from './crmRows.ts'
import { mailName, ownerOf, personName, phoneNumber } from './people.ts'
import { draw, pick } from './random.ts'

const roles = [
  'Purchasing lead',
  'Plant manager',
  'Maintenance supervisor',
  'Buyer',
  'Controller',
  'Reliability engineer',
  'Owner',
]
const knownContacts: Record<string, readonly { firstName: string; lastName: string; role: string }[]> = {
  'Great Lakes Fastener & Supply': [
    { firstName: 'Zoë', lastName: 'Marchetti', role: 'Purchasing lead' },
    { firstName: 'Raúl', lastName: 'O’Neill', role: 'Plant manager' },
  ],
  'شركة الخليج للمعدات الصناعية': [{ firstName: 'ليلى', lastName: 'حداد', role: 'Purchasing lead' }],
}

/** Ids of what belongs to an account: up to 16 a kind, so that they never meet those of another account. */
const idOf = (account: Account, place: number) => account.id * 16 + place

/** Rows of `contacts`: one to four an account, the first of them the primary one. */
export function contactRows(accounts: readonly Account[]): readonly Row[] {
  return accounts.flatMap((account) => {
    const known = knownContacts[account.name] ?? []
    const count = Math.max(known.length, 1 + draw(account.id, 111, 4))
    return Array.from({ length: count }, (_, place) => {
      const id = idOf(account, place)
      const { firstName, lastName } = known[place] ?? personName(id)
      return {
        id,
        account_id: account.id,
        first_name: firstName,
        last_name: lastName,
        role: known[place]?.role ?? pick(roles, id, 112),
        email: `${mailName(`${firstName} ${lastName}`)}@${mailName(account.name).replaceAll('.', '-').slice(0, 40)}.example`,
        phone: draw(id, 113, 6) === 0 ? null : phoneNumber(account.territory.areaCode, id),
        is_primary: place === 0,
        last_activity_at: place < 2 ? momentBefore(lastContactDays(account, place), id) : null,
      }
    })
  })
}

const stages = [
  { stage: 'Prospecting', probability: 10 },
  { stage: 'Qualification', probability: 25 },
  { stage: 'Proposal', probability: 50 },
  { stage: 'Negotiation', probability: 75 },
  { stage: 'Won', probability: 100 },
  { stage: 'Won', probability: 100 },
  { stage: 'Won', probability: 100 },
  { stage: 'Lost', probability: 0 },
  { stage: 'Lost', probability: 0 },
] as const
const dealSubjects = [
  'MRO contract',
  'Bearing consolidation',
  'Vending program',
  'Line rebuild',
  'Annual fastener bid',
  'Safety restock',
  'Drive upgrade',
  'Hose program',
]

/** Rows of `opportunities`: closed ones lie in the past, open ones mostly ahead. */
export function opportunityRows(accounts: readonly Account[]): readonly Row[] {
  return accounts.flatMap((account) => {
    if (account.status === 'Merged') return []
    return Array.from({ length: draw(account.id, 121, 3) + { A: 3, B: 1, C: 0 }[account.tier] }, (_, place) => {
      const id = idOf(account, place)
      const { stage, probability } = pick(stages, id, 122)
      const closed = probability === 0 || probability === 100
      const closeInDays = closed ? -1 - draw(id, 123, 1_000) : draw(id, 124, 180) - 12
      return {
        id,
        account_id: account.id,
        owner_id: ownerOf(account.territory, account.id).id,
        name: `${pick(dealSubjects, id, 125)} ${momentBefore(-closeInDays, id).slice(0, 4)}`,
        stage,
        amount: ((4 + draw(id, 126, 60)) * { A: 2_500, B: 900, C: 350 }[account.tier]).toFixed(2),
        probability,
        currency: account.territory.currency,
        close_date: momentBefore(-closeInDays, id).slice(0, 10),
        created_at: momentBefore(Math.max(0, -closeInDays) + 20 + draw(id, 127, 160), id),
      }
    })
  })
}

const activityKinds = [
  { type: 'Call', subject: 'Called about open quotes' },
  { type: 'Email', subject: 'Sent revised pricing' },
  { type: 'Visit', subject: 'Walked the plant with maintenance' },
  { type: 'Meeting', subject: 'Quarterly review' },
  { type: 'Note', subject: 'Competitor seen on site' },
] as const

/** Rows of `activities`; the newest two agree with the contacts' last activity. */
export function activityRows(accounts: readonly Account[]): readonly Row[] {
  return accounts.flatMap((account) =>
    Array.from({ length: 2 + draw(account.id, 131, 6) }, (_, place) => {
      const id = idOf(account, place)
      const contactPlace = Math.min(place, 1)
      const isContact = place === 0 || (place === 1 && contactCount(account) > 1)
      const days =
        place < 2 ? lastContactDays(account, place) : lastContactDays(account, 1) + place * 20 + draw(id, 132, 20)
      return {
        id,
        account_id: account.id,
        contact_id: isContact ? idOf(account, contactPlace) : null,
        owner_id: ownerOf(account.territory, account.id).id,
        ...pick(activityKinds, id, 133),
        occurred_at: momentBefore(days, idOf(account, contactPlace)),
      }
    }),
  )
}

const caseSubjects = [
  'Wrong part shipped',
  'Late delivery',
  'Damaged in transit',
  'Invoice question',
  'Certificate missing',
  'Warranty claim',
  "Can't open the portal",
]

/** Rows of `cases`. */
export function caseRows(accounts: readonly Account[]): readonly Row[] {
  return accounts.flatMap((account) =>
    Array.from({ length: account.status === 'Active' ? draw(account.id, 141, 3) : 0 }, (_, place) => {
      const id = idOf(account, place)
      const openedDays = 2 + draw(id, 142, 500)
      const isOpen = openedDays < 30 && draw(id, 143, 3) > 0
      return {
        id,
        account_id: account.id,
        contact_id: idOf(account, 0),
        subject: pick(caseSubjects, id, 144),
        status: isOpen ? pick(['Open', 'Waiting on customer', 'Escalated'], id, 145) : 'Closed',
        priority: pick(['Low', 'Normal', 'Normal', 'High', 'Urgent'], id, 146),
        opened_at: momentBefore(openedDays, id),
        closed_at: isOpen ? null : momentBefore(Math.max(0, openedDays - 1 - draw(id, 147, 9)), id),
      }
    }),
  )
}

function contactCount(account: Account): number {
  return Math.max(knownContacts[account.name]?.length ?? 0, 1 + draw(account.id, 111, 4))
}

/** How many days before the end of the data a contact was last spoken to; the first is the newer one. */
function lastContactDays(account: Account, place: number): number {
  if (place === 0) return 1 + draw(account.id, 134, 30)
  return 8 + draw(account.id, 134, 30) + draw(account.id, 135, 60)
}
