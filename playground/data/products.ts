import { draw } from './random.ts'

/** One article of the range; money in cents. */
export type Product = {
  id: number
  sku: string
  name: string
  category: string
  brand: string
  listPriceCents: number
  standardCostCents: number
  /** The largest quantity that is usual on one line. */
  usualQuantity: number
}

type Category = {
  name: string
  prefix: string
  /** How many of every hundred articles are of it. */
  share: number
  /** Cost against list price, in thousandths, before each article's own deviation. */
  costPermille: number
  fromCents: number
  toCents: number
  items: string
  sizes: string
}

/** "Electrical" is also an industry in the CRM: who says only that word is asked which is meant. */
const categories: readonly Category[] = [
  {
    name: 'Bearings',
    share: 12,
    costPermille: 575,
    prefix: 'BRG',
    fromCents: 900,
    toCents: 18_000,
    items:
      'Deep Groove Ball Bearing|Tapered Roller Bearing|Pillow Block|Needle Bearing|Spherical Roller Bearing|Thrust Bearing',
    sizes: '6204|6206|6308|22212|30208|UCP205|UCP210|NK20',
  },
  {
    name: 'Power Transmission',
    share: 10,
    costPermille: 590,
    prefix: 'PTX',
    fromCents: 1_400,
    toCents: 46_000,
    items: 'V-Belt|Timing Belt|Roller Chain|Sprocket|Jaw Coupling|Gear Reducer|Taper Bushing',
    sizes: 'A48|B75|3VX500|#40|#60|L100|5:1|10:1',
  },
  {
    name: 'Fasteners',
    share: 15,
    costPermille: 520,
    prefix: 'FST',
    fromCents: 250,
    toCents: 5_200,
    items: 'Hex Cap Screw|Socket Head Screw|Lock Nut|Flat Washer|Threaded Rod|Anchor Bolt|Rivet Kit',
    sizes: '1/4-20|3/8-16|1/2-13|5/8-11|M6|M8|M10|M12',
  },
  {
    name: 'Hydraulics',
    share: 8,
    costPermille: 625,
    prefix: 'HYD',
    fromCents: 2_600,
    toCents: 92_000,
    items: 'Gear Pump|Directional Valve|Hydraulic Hose|Cylinder|Filter Element|Quick Coupler|Pressure Gauge',
    sizes: '2 gpm|8 gpm|14 gpm|1/2 in|3/4 in|3000 psi|5000 psi',
  },
  {
    name: 'Pneumatics',
    share: 7,
    costPermille: 585,
    prefix: 'PNU',
    fromCents: 1_200,
    toCents: 28_000,
    items: 'Air Cylinder|Solenoid Valve|Filter Regulator|Push-In Fitting|Tubing Coil|Air Motor',
    sizes: '1/8 NPT|1/4 NPT|3/8 NPT|20 mm|32 mm|50 mm',
  },
  {
    name: 'Seals & Gaskets',
    share: 8,
    costPermille: 540,
    prefix: 'SEL',
    fromCents: 300,
    toCents: 6_400,
    items: 'O-Ring Kit|Shaft Seal|Gasket Sheet|V-Ring|Mechanical Seal|Packing Rope',
    sizes: 'NBR|FKM|EPDM|PTFE|25x40x7|35x52x8',
  },
  {
    name: 'Welding Supplies',
    share: 7,
    costPermille: 640,
    prefix: 'WLD',
    fromCents: 800,
    toCents: 34_000,
    items: 'Solid Wire Spool|Stick Electrode|Contact Tip|Welding Helmet|Gas Lens|Plasma Consumable',
    sizes: '.030|.035|.045|7018|6010|10 lb|44 lb',
  },
  {
    name: 'Cutting Tools',
    share: 9,
    costPermille: 595,
    prefix: 'CUT',
    fromCents: 700,
    toCents: 21_000,
    items: 'End Mill|Twist Drill|Carbide Insert|Spiral Tap|Reamer|Band Saw Blade',
    sizes: '1/4|3/8|1/2|CNMG432|M8x1.25|10 TPI',
  },
  {
    name: 'Safety',
    share: 8,
    costPermille: 560,
    prefix: 'SAF',
    fromCents: 400,
    toCents: 12_500,
    items: 'Cut-Resistant Glove|Safety Glasses|Ear Muff|Hard Hat|Respirator|Lockout Kit|Hi-Vis Vest',
    sizes: 'S|M|L|XL|Class 2|A4',
  },
  {
    name: 'Electrical',
    share: 7,
    costPermille: 650,
    prefix: 'ELE',
    fromCents: 900,
    toCents: 41_000,
    items: 'Contactor|Circuit Breaker|Limit Switch|Control Relay|Enclosure|Motor Cable|Variable Drive',
    sizes: '10 A|25 A|40 A|24 VDC|480 V|NEMA 4X|5 hp',
  },
  {
    name: 'Abrasives',
    share: 5,
    costPermille: 550,
    prefix: 'ABR',
    fromCents: 350,
    toCents: 7_800,
    items: 'Flap Disc|Grinding Wheel|Sanding Belt|Cut-Off Wheel|Wire Brush|Deburring Wheel',
    sizes: '4-1/2 in|6 in|60 grit|80 grit|120 grit',
  },
  {
    name: 'Lubricants',
    share: 4,
    costPermille: 670,
    prefix: 'LUB',
    fromCents: 900,
    toCents: 31_000,
    items: 'Gear Oil|Hydraulic Oil|Lithium Grease|Chain Lube|Cutting Fluid|Penetrating Oil',
    sizes: 'ISO 32|ISO 46|ISO 220|14 oz|5 gal|55 gal',
  },
]

const brands = [
  'Norvex',
  'Kestrel',
  'Ironline',
  'Tamarack',
  'Halvard',
  'Corvane',
  'Brightmoor',
  'Stellan',
  'Arden Forge',
  'Quillon',
  'Vantor',
  'Northbay',
]

const productCount = 1_200
/** A hundred places, of which each category holds its share. */
const categoryPlaces = categories.flatMap((category) => Array.from({ length: category.share }, () => category))

/** The whole range, the same one each time and at every scale. */
export function makeProducts(): readonly Product[] {
  return Array.from({ length: productCount }, (_, index) => makeProduct(index + 1))
}

function makeProduct(id: number): Product {
  const place = (id * 37) % categoryPlaces.length
  const category = categoryPlaces[place] as Category
  const spread = category.toCents - category.fromCents
  // The product of two draws makes cheap articles common and dear ones rare.
  const listPriceCents =
    category.fromCents + Math.round((draw(id, 31, 1_000) * draw(id, 32, 1_000) * spread) / 1_000_000)
  const rank = Math.floor(id / categoryPlaces.length) * category.share + (place - categoryPlaces.indexOf(category))
  return {
    id,
    sku: `${category.prefix}-${String(10_000 + id * 37).slice(-5)}`,
    ...describe(category, rank),
    category: category.name,
    listPriceCents,
    standardCostCents: Math.round((listPriceCents * (category.costPermille + 15 + draw(id, 36, 80))) / 1_000),
    usualQuantity: listPriceCents < 1_500 ? 60 : listPriceCents < 6_000 ? 18 : listPriceCents < 20_000 ? 7 : 3,
  }
}

/** Item, size and brand of the article with this rank in its category; no two ranks share all three. */
function describe({ items, sizes }: Category, rank: number): Pick<Product, 'name' | 'brand'> {
  const [itemNames, sizeNames] = [items.split('|'), sizes.split('|')]
  const combinations = itemNames.length * sizeNames.length * brands.length
  // 173 is prime and divides no number of combinations, so the walk meets all of them before any comes twice.
  const combination = (rank * 173) % combinations
  const item = itemNames[combination % itemNames.length]
  const size = sizeNames[Math.floor(combination / itemNames.length) % sizeNames.length]
  const brand = brands[Math.floor(combination / itemNames.length / sizeNames.length)] ?? 'Norvex'
  return { name: `${item} ${size} ${brand}`, brand }
}
