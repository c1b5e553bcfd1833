/** A sales territory and the towns of its accounts. */
export type Territory = {
  id: number
  name: string
  region: string
  /** Share of the accounts, in thousandths; Cleveland and Erie have a fixed number instead. */
  share: number
  state: string
  country: string
  currency: string
  cities: readonly string[]
  /** First digits of its postal codes. */
  postalPrefix: string
  areaCode: string
}

type Place = readonly [
  name: string,
  region: string,
  share: number,
  state: string,
  postalPrefix: string,
  areaCode: string,
  cities: string,
]

/**
 * Customers of a distributor sit in the suburbs, so no town has its territory's name, apart from Erie: there is a territory
 * Erie, the town of Erie in it, and another Erie in Michigan that belongs to Toledo. Who says only "Erie" is asked which.
 */
const places: readonly Place[] = [
  [
    'Cleveland',
    'Lake Erie Shore',
    0,
    'Ohio',
    '441',
    '216',
    'Parma|Lakewood|Euclid|Mentor|Strongsville|Solon|Brook Park|Bedford Heights|Elyria|Westlake|Berea|Garfield Heights',
  ],
  [
    'Akron',
    'Lake Erie Shore',
    21,
    'Ohio',
    '443',
    '330',
    'Barberton|Cuyahoga Falls|Stow|Twinsburg|Wadsworth|Kent|Tallmadge',
  ],
  ['Toledo', 'Lake Erie Shore', 26, 'Ohio', '436', '419', 'Perrysburg|Maumee|Oregon|Sylvania|Bowling Green|Erie'],
  ['Erie', 'Lake Erie Shore', 0, 'Pennsylvania', '165', '814', 'Erie|Fairview|Girard|Meadville|Corry|North East'],
  [
    'Buffalo',
    'Lake Erie Shore',
    28,
    'New York',
    '142',
    '716',
    'Cheektowaga|Tonawanda|Lackawanna|Depew|West Seneca|Niagara Falls',
  ],
  ['Youngstown', 'Lake Erie Shore', 17, 'Ohio', '445', '330', 'Boardman|Austintown|Warren|Niles|Girard Heights'],
  ['Sandusky Bay', 'Lake Erie Shore', 11, 'Ohio', '448', '419', 'Huron|Norwalk|Fremont|Port Clinton|Vermilion'],
  ['Columbus', 'Ohio Valley', 38, 'Ohio', '432', '614', 'Dublin|Hilliard|Grove City|Westerville|Obetz|Groveport'],
  ['Cincinnati', 'Ohio Valley', 36, 'Ohio', '452', '513', 'Blue Ash|Sharonville|Evendale|Fairfield|Norwood|Milford'],
  ['Dayton', 'Ohio Valley', 27, 'Ohio', '454', '937', 'Moraine|Vandalia|Huber Heights|Springboro|Troy|Xenia'],
  [
    'Louisville',
    'Ohio Valley',
    29,
    'Kentucky',
    '402',
    '502',
    'Jeffersontown|Shepherdsville|Shelbyville|Bardstown|Elizabethtown',
  ],
  [
    'Pittsburgh',
    'Ohio Valley',
    37,
    'Pennsylvania',
    '152',
    '412',
    'Monroeville|Cranberry Township|Canonsburg|McKeesport|Leetsdale|Carnegie',
  ],
  [
    'Charleston',
    'Ohio Valley',
    15,
    'West Virginia',
    '253',
    '304',
    'Nitro|Dunbar|South Charleston|Hurricane|Saint Albans',
  ],
  ['Evansville', 'Ohio Valley', 16, 'Indiana', '477', '812', 'Newburgh|Mount Vernon|Princeton|Jasper|Boonville'],
  [
    'Detroit',
    'Upper Lakes',
    45,
    'Michigan',
    '482',
    '313',
    'Dearborn|Livonia|Warren Heights|Sterling Heights|Romulus|Taylor|Auburn Hills',
  ],
  [
    'Grand Rapids',
    'Upper Lakes',
    33,
    'Michigan',
    '495',
    '616',
    'Kentwood|Wyoming Park|Walker|Holland|Zeeland|Grandville',
  ],
  ['Flint', 'Upper Lakes', 18, 'Michigan', '485', '810', 'Burton|Grand Blanc|Fenton|Davison|Owosso'],
  ['Lansing', 'Upper Lakes', 17, 'Michigan', '489', '517', 'Delta Mills|Holt|Mason|Charlotte|Jackson'],
  [
    'Milwaukee',
    'Upper Lakes',
    36,
    'Wisconsin',
    '532',
    '414',
    'Waukesha|West Allis|Oak Creek|Menomonee Falls|Brookfield|Racine',
  ],
  ['Green Bay', 'Upper Lakes', 19, 'Wisconsin', '543', '920', 'De Pere|Appleton|Neenah|Oshkosh|Kaukauna'],
  [
    'Minneapolis',
    'Upper Lakes',
    38,
    'Minnesota',
    '554',
    '612',
    'Bloomington|Eden Prairie|Fridley|Plymouth|Eagan|Brooklyn Park',
  ],
  ['Duluth', 'Upper Lakes', 12, 'Minnesota', '558', '218', 'Hermantown|Cloquet|Hibbing|Two Harbors'],
  [
    'Chicago',
    'Prairie',
    47,
    'Illinois',
    '606',
    '312',
    'Cicero|Elk Grove Village|Schaumburg|Naperville|Bedford Park|Melrose Park|Addison',
  ],
  ['Rockford', 'Prairie', 20, 'Illinois', '611', '815', 'Loves Park|Machesney Park|Belvidere|Freeport|Byron'],
  ['Peoria', 'Prairie', 21, 'Illinois', '616', '309', 'East Peoria|Pekin|Morton|Washington Heights|Galesburg'],
  ['Indianapolis', 'Prairie', 38, 'Indiana', '462', '317', 'Carmel|Fishers|Greenwood|Plainfield|Lebanon|Whitestown'],
  ['Fort Wayne', 'Prairie', 22, 'Indiana', '468', '260', 'New Haven|Auburn|Columbia City|Huntington|Kendallville'],
  ['South Bend', 'Prairie', 21, 'Indiana', '466', '574', 'Mishawaka|Elkhart|Goshen|Plymouth Grove|La Porte'],
  ['Des Moines', 'Prairie', 20, 'Iowa', '503', '515', 'Ankeny|Urbandale|Waukee|Newton|Ames'],
  ['Quad Cities', 'Prairie', 18, 'Iowa', '528', '563', 'Davenport|Bettendorf|Moline|Muscatine|Clinton'],
  ['St. Louis', 'Prairie', 32, 'Missouri', '631', '314', 'Fenton Park|Earth City|Hazelwood|Maryland Heights|Arnold'],
  ['Kansas City', 'Prairie', 29, 'Missouri', '641', '816', 'Riverside|Lenexa|Olathe|Independence|Grandview'],
  ['Rochester', 'Atlantic', 24, 'New York', '146', '585', 'Henrietta|Webster|Victor|Greece|Fairport'],
  ['Syracuse', 'Atlantic', 19, 'New York', '132', '315', 'Liverpool|Cicero Center|Auburn Mills|Oswego|Cortland'],
  ['Scranton', 'Atlantic', 17, 'Pennsylvania', '185', '570', 'Dunmore|Moosic|Pittston|Hazleton|Wilkes-Barre'],
  ['Allentown', 'Atlantic', 21, 'Pennsylvania', '181', '610', 'Bethlehem|Easton|Breinigsville|Quakertown|Nazareth'],
  ['Baltimore', 'Atlantic', 24, 'Maryland', '212', '410', 'Dundalk|Halethorpe|Towson|Glen Burnie|Curtis Bay'],
  [
    'Southern Ontario',
    'International',
    43,
    'Ontario',
    'L5',
    '905',
    'Mississauga|Brampton|Oakville|Burlington|Vaughan|Cambridge|Windsor',
  ],
  [
    'Bajío & Norte',
    'International',
    22,
    'Nuevo León',
    '66',
    '81',
    'Apodaca|Santa Catarina|Guadalupe|San Nicolás|Escobedo',
  ],
  [
    'Rhine-Ruhr',
    'International',
    14,
    'Nordrhein-Westfalen',
    '44',
    '231',
    'Dortmund|Düsseldorf|Hagen|Solingen|Wuppertal',
  ],
]

const abroad: Record<string, Pick<Territory, 'country' | 'currency'>> = {
  Ontario: { country: 'Canada', currency: 'CAD' },
  'Nuevo León': { country: 'Mexico', currency: 'MXN' },
  'Nordrhein-Westfalen': { country: 'Germany', currency: 'EUR' },
}
const home = { country: 'United States', currency: 'USD' }

/** Every territory, in the order of its id (1, 2, …). */
export const territories: readonly Territory[] = places.map(
  ([name, region, share, state, postalPrefix, areaCode, cities], index) => ({
    id: index + 1,
    name,
    region,
    share,
    state,
    ...(abroad[state] ?? home),
    cities: cities.split('|'),
    postalPrefix,
    areaCode,
  }),
)
