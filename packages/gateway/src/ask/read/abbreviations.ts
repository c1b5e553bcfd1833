import type { Lexicon } from './lexicon.ts'
import { type Token, tokenise } from './tokens.ts'

/** How people shorten words when they type fast. */
const abbreviations: Readonly<Record<string, string>> = {
  acct: 'account',
  accts: 'accounts',
  cust: 'customer',
  custs: 'customers',
  terr: 'territory',
  cat: 'category',
  cats: 'categories',
  prod: 'product',
  prods: 'products',
  rev: 'revenue',
  qty: 'quantity',
  opp: 'opportunity',
  opps: 'opportunities',
  inv: 'invoices',
  amt: 'amount',
  whse: 'warehouse',
  wh: 'warehouse',
  mgr: 'manager',
  avg: 'average',
  pct: 'percent',
  mth: 'month',
  mo: 'month',
  qtr: 'quarter',
  yr: 'year',
  wk: 'week',
}

/** Spells shortened words out, unless the model itself knows them short. The text stays as it was written. */
export function spellOut(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  return tokens.map((token) => {
    const full = token.kind === 'word' ? abbreviations[token.norm.replace(/\.$/, '')] : undefined
    if (full === undefined || lexicon.match([token], 0)) return token
    const [{ norm, stem }] = tokenise(full) as [Token]
    return { ...token, norm, stem }
  })
}
