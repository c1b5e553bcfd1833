/** The words that names are made of. Nothing here is a real company or person. */

export const companyFirstWords = listOf(`
  Allegheny|Anchor|Apex|Arbor|Atlas|Beacon|Bellwether|Birchwood|Blackstone Run|Blue Heron|Bluffton|
  Boulder Creek|Brandt|Bridgeport|Buckeye|Calloway|Cardinal|Carver|Cascade|Cedar Point|Centerline|Chandler|
  Clearfork|Coldwater|Colfax|Conestoga|Copperhead|Cornerstone|Crestline|Cuyahoga|Dearborn|Delaney|Doyle|
  Dunmore|Eastlake|Edgewater|Elmwood|Emmerich|Fairmount|Falcon|Ferris|Firelands|Flatrock|Foundry Hill|
  Foxfire|Franklin|Garrison|Gateway|Glacier|Granite|Grantham|Greystone|Hadley|Halloran|Harbor|Hartwell|
  Hawthorn|Heartland|Hickory|Highbridge|Huron|Independence|Ironwood|Ivanhoe|Jasper|Juniper|Kettering|
  Keystone|Kingsway|Kowalski|Lakeshore|Larkspur|Laurel|Ledgewood|Liberty|Lindqvist|Lockhart|Magnolia|
  Mahoning|Maple Ridge|Maumee|Meridian|Midway|Millbrook|Mohawk|Monarch|Northgate|Northwind|Novak|
  Oak Hollow|Ohio|Olentangy|Osprey|Overland|Palmer|Paragon|Perry|Pinnacle|Pioneer|Portage|Prairie|Quarry|
  Quincy|Redwing|Ridgeline|Riverbend|Rockwell Bay|Rustbelt|Sandusky|Sawyer|Seneca|Shawnee|Sheffield|
  Sherwood|Signal|Silverton|Slate|Southfork|Stanhope|Steelyard|Sterling|Stonebridge|Summit|Superior|
  Sycamore|Tallmadge|Thornton|Timberline|Trident|Tuscarawas|Union|Valley|Vanguard|Vermilion|Wabash|
  Walnut Grove|Waterloo|Westbrook|Whitaker|Wolverine
`)

export const companyTrades = listOf(`
  Automation|Bearing & Drive|Boiler Works|Castings|Coatings|Concrete|Container|Controls|Conveyor|
  Crane & Rigging|Die & Mold|Dynamics|Electric|Engineering|Equipment|Fabricating|Fastener|Fluid Power|Foods|
  Forge|Foundry|Gear|Glass|Heat Treating|Hydraulics|Industries|Instruments|Laser Cutting|Machine|
  Manufacturing|Marine|Metals|Millwork|Motor Rebuilders|Packaging|Paper|Plastics|Plating|Pneumatics|
  Precision|Process Equipment|Pump Works|Rubber|Screw Products|Spring|Stamping|Steel|Supply|Systems|Tool|
  Tube & Pipe|Valve|Welding|Wire & Cable
`)

export const companyEndings = ['', '', '', ' Co.', ' Co.', ' Inc.', ' Inc.', ' LLC', ' Corp.', ' Group', ' Works']

export const industries = listOf(`
  Aerospace|Automotive Parts|Building Products|Chemicals|Electrical|Food Processing|Machinery|Mining|
  Metal Fabrication|Paper & Packaging|Plastics & Rubber|Public Works|Transportation|Water & Wastewater
`)

export const firstNames = listOf(`
  Aaron|Abigail|Adaeze|Alejandro|Alicia|Amara|Andrew|Anneliese|Arjun|Beatriz|Benjamin|Bridget|Caleb|
  Camille|Carlos|Chloé|Daniel|Deborah|Derek|Diana|Dmitri|Elena|Elijah|Emeka|Erin|Esther|Farah|Felix|
  Fiona|François|Gabriela|George|Grace|Hannah|Hassan|Heather|Hiroshi|Ingrid|Isaac|Ivy|Jamal|Janet|
  Javier|Jolene|José|Judith|Kai|Karen|Keisha|Kurt|Lars|Leila|Linda|Lorenzo|Lucía|Malik|Margaret|
  Marcus|Mei|Michael|Monica|Nadia|Nathan|Nicole|Noor|Olga|Oscar|Paige|Patrick|Paula|Priya|Quentin|
  Rachel|Ramón|Rebecca|Renée|Rosa|Ruth|Samuel|Sandra|Sean|Sofía|Stella|Tamika|Teresa|Theo|Tomasz|
  Tyler|Ursula|Vanessa|Victor|Wendy|William|Xavier|Yolanda|Zachary
`)

export const lastNames = listOf(`
  Abara|Adler|Alvarez|Andersson|Baker|Banerjee|Barrett|Becker|Bianchi|Bowman|Boyd|Brennan|Castillo|Chen|
  Clarke|Coleman|Cruz|D’Angelo|Dalton|Diaz|Dubois|Eriksen|Farrell|Fischer|Fitzgerald|Foster|Gallagher|
  García|Gorman|Griffin|Gupta|Hanson|Hartmann|Hayes|Hernández|Hughes|Ibrahim|Ivanova|Jansen|Jefferson|
  Kaminski|Kaur|Keller|Kim|Kovač|Lambert|Larsen|Lopez|MacLeod|Maloney|Martínez|McBride|Medina|Meyer|
  Mitchell|Moreau|Morris|Murphy|Nakamura|Nguyen|Novotny|Nowak|O’Brien|Okafor|Olsen|Ortiz|Park|Patel|
  Petrov|Pham|Quinn|Ramírez|Reed|Reyes|Romano|Rossi|Russo|Santos|Schmidt|Schneider|Shah|Silva|Sullivan|
  Szabó|Tanaka|Thompson|Torres|Tran|Vance|Vargas|Wagner|Walsh|Weber|Whitfield|Yamamoto|Zielinski
`)

export const streets = listOf(`
  Canal Road|Carnegie Avenue|Commerce Parkway|Depot Street|Enterprise Drive|Foundry Street|Furnace Lane|
  Harvard Avenue|Industrial Parkway|Lakeside Drive|Mill Street|Old Mill Road|Production Drive|Quarry Road|
  Railroad Avenue|Steelyard Drive|Technology Way|Turnpike Road|Union Street|Warehouse Row
`)

/** Words between bars; a line may end after any bar. */
function listOf(text: string): readonly string[] {
  return text.split('|').map((word) => word.trim())
}
