/** Names that people write for each other, folded and without dots. */
const groups = [
  'us|usa|united states|united states of america|america|the us|the usa|the united states|the states',
  'uk|united kingdom|great britain|britain|the uk|gb',
  'uae|united arab emirates',
  'eu|european union',
  'de|deu|germany|deutschland',
  'ca|can|canada',
  'mx|mex|mexico',
  'nl|netherlands|the netherlands|holland',
  'ch|switzerland',
  'il|illinois',
  'in|indiana',
  'ky|kentucky',
  'mi|michigan',
  'ny|new york|new york state',
  'oh|ohio',
  'pa|pennsylvania',
  'wv|west virginia',
  'wi|wisconsin',
  'tx|texas',
  'fl|florida',
  'on|ontario',
  'nyc|new york city',
  'la|los angeles',
  'sf|san francisco',
].map((names) => names.split('|'))

/** Other names of the same place; values decide whether the data knows one of them. */
export function aliasesOf(folded: string): string[] {
  const plain = folded.replaceAll('.', '')
  return groups.filter((names) => names.includes(plain)).flatMap((names) => names.filter((name) => name !== folded))
}
