import { type Account, makeAccounts } from './accounts.ts'
import { orderDays } from './calendar.ts'
import { draw } from './random.ts'
import { industries } from './words.ts'

/** What the order generator needs to know of an account: how many orders, when, and its habits. */
export type AccountPlan = {
  account_id: number
  erp_account_number: string
  ordinal: number
  order_count: number
  /** Where its first and last order day lie in the calendar, measured in the calendar's weights. */
  weight_from: number
  weight_span: number
  currency: string
  /** Standing discount, in whole percents. */
  discount_step: number
  /** What it pays against the price list, in thousandths, before any discount. */
  price_permille: number
  returns_permille: number
  scraps_returns: boolean
  channel_habit: string
  warehouse: string
  product_offset: number
}

/** Orders of the full data set; with 3.6 lines each that makes about two million lines. */
const fullOrderCount = 560_000
const channels = ['Inside sales', 'Field sales', 'Web', 'EDI'] as const
const warehouses: Record<string, string> = {
  'Lake Erie Shore': 'Medina DC',
  'Ohio Valley': 'Medina DC',
  'Upper Lakes': 'Joliet DC',
  Prairie: 'Joliet DC',
  Atlantic: 'Carlisle DC',
  International: 'Laredo DC',
}

/** Shares the orders out over the accounts that ever ordered. */
export function planOrders(scale: number): readonly AccountPlan[] {
  const accounts = makeAccounts(scale).filter(({ orderWeight }) => orderWeight > 0)
  const shares = accounts.map((account) => ({
    account,
    period: weightBetween(account.firstOrderDate, account.lastOrderDate),
  }))
  const whole = shares.reduce((sum, { account, period }) => sum + account.orderWeight * period.weight_span, 0)
  const orders = fullOrderCount * scale
  return shares.map(({ account, period }, ordinal) => ({
    ...habits(account),
    ...period,
    account_id: account.id,
    erp_account_number: account.erpAccountNumber,
    ordinal,
    order_count: Math.max(4, Math.round((orders * account.orderWeight * period.weight_span) / whole)),
  }))
}

const days = orderDays()

function weightBetween(from: string, to: string): Pick<AccountPlan, 'weight_from' | 'weight_span'> {
  const inside = days.filter(({ date }) => from <= date && date <= to)
  const first = inside[0]
  const last = inside.at(-1)
  if (!first || !last) throw new RangeError(`no business day lies between ${from} and ${to}`)
  return { weight_from: first.weightBefore, weight_span: last.weightBefore + last.weight - first.weightBefore }
}

function habits({ id, territory, industry, tier, returnsPermille, scrapsReturns }: Account) {
  return {
    currency: territory.currency,
    discount_step: { A: 4, B: 2, C: 0 }[tier] + draw(id, 71, 4),
    price_permille: 930 + draw(id, 73, 150),
    returns_permille: returnsPermille,
    scraps_returns: scrapsReturns,
    channel_habit: channels[draw(id, 72, channels.length)] ?? 'Web',
    warehouse: warehouses[territory.region] ?? 'Medina DC',
    product_offset: industries.indexOf(industry) * 85,
  }
}
