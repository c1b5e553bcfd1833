import type { Account } from './accounts.ts'

/**
 * The mess of real life, put on purpose on known accounts, so that each case can be asked for by name and is there at
 * every scale. Overrides the generated values of the first accounts of a territory.
 */
export type Oddity = Partial<Account> & Pick<Account, 'name'>

/** Cleveland has 42 accounts; the first are named, the rest are generated. */
const cleveland: readonly Oddity[] = [
  { name: 'Great Lakes Fastener & Supply', industry: 'Metal Fabrication', tier: 'A', orderWeight: 1900 },
  { name: 'Cuyahoga Valve Co.', industry: 'Water & Wastewater', tier: 'A', orderWeight: 1480 },
  { name: 'Ohio Bearing & Drive', industry: 'Machinery', tier: 'A', orderWeight: 1270 },
  { name: 'Lorain Pump Works', industry: 'Water & Wastewater', tier: 'A', orderWeight: 960 },
  { name: 'O\'Malley & Sons "Precision" Tooling', industry: 'Automotive Parts', tier: 'A', orderWeight: 820 },
  { name: 'Lake Effect Salvage & Surplus', tier: 'C', orderWeight: 52, returnsPermille: 620, scrapsReturns: true },
  { name: 'Flats Industrial Remarketing', tier: 'C', orderWeight: 41, returnsPermille: 650, scrapsReturns: true },
  { name: 'Euclid Avenue Equipment Outlet', tier: 'C', orderWeight: 30, returnsPermille: 680, scrapsReturns: true },
]

const akron: readonly Oddity[] = [
  { name: 'Rubber City Power Transmission', tier: 'B', orderWeight: 260 },
  {
    name: 'Firestone Park Bearing (merged)',
    status: 'Merged',
    tier: 'C',
    orderWeight: 60,
    mergedIntoNeighbour: true,
    lastOrderDate: '2022-06-30',
  },
  { name: 'Portage Lakes Marine Drives', status: 'Active', tier: 'C', orderWeight: 0 },
]

const elsewhere: Record<string, readonly Oddity[]> = {
  Cleveland: cleveland,
  Akron: akron,
  Detroit: [
    { name: "<script>alert('lakefront')</script> Bolt & Nut", tier: 'B', orderWeight: 120 },
    { name: 'شركة الخليج للمعدات الصناعية', tier: 'B', orderWeight: 140 },
  ],
  Toledo: [
    { name: '=Parts Direct', tier: 'C', orderWeight: 40 },
    { name: 'Frères Côté Émaillage', tier: 'B', orderWeight: 90 },
  ],
  Chicago: [
    { name: 'כלי עבודה השחר', tier: 'C', orderWeight: 70 },
    {
      name: 'The Consolidated Midwestern Amalgamated Locomotive, Boiler, Crane and Heavy Machine Repair Company of Illinois',
      tier: 'B',
      orderWeight: 110,
    },
  ],
  'Bajío & Norte': [{ name: 'Aceros Ñandú de México', tier: 'A', orderWeight: 210 }],
  'Rhine-Ruhr': [{ name: 'Müller & Söhne Präzisionsgetriebe GmbH', tier: 'A', orderWeight: 190 }],
  'Southern Ontario': [{ name: 'Câbles Étoile du Nord', tier: 'B', orderWeight: 160 }],
}

/** The odd accounts of a territory, in order. */
export function odditiesOf(territory: string): readonly Oddity[] {
  return elsewhere[territory] ?? []
}
