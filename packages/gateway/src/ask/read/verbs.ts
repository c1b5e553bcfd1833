import type { Entry, Lexicon } from './lexicon.ts'
import { type Token, tokenise } from './tokens.ts'

type Verb = {
  /** Every form of the verb that people type. */
  forms: readonly string[]
  /** What such a deed is measured by; the first that the model has a measure for. */
  nouns: readonly string[]
  /** What the model may call whoever does it. */
  doers: readonly string[]
}

const split = (text: string) => text.split('|')

const verbs: readonly Verb[] = [
  {
    forms: split('sold|sell|sells|selling'),
    nouns: split('revenue|sales|turnover|net sales'),
    doers: split('owner|sales rep|rep|salesperson|account manager|employee|seller'),
  },
  {
    forms: split('bought|buy|buys|buying|purchased|purchase|purchases|purchasing|spent|spend|spends|spending'),
    nouns: split('revenue|sales|turnover|purchases|spend'),
    doers: split('account|customer|client|buyer'),
  },
  {
    forms: split('ordered|ordering'),
    nouns: split('orders|order count|number of orders'),
    doers: split('account|customer|client'),
  },
  {
    forms: split('earned|earn|earns|earning|made|make|makes|making|generated|generate|generates'),
    nouns: split('gross margin|gross profit|profit|margin|revenue|sales'),
    doers: split('owner|sales rep|rep'),
  },
  {
    forms: split('invoiced|billed|bill'),
    nouns: split('invoiced amount|billed amount|invoiced|billings|invoices'),
    doers: split('account|customer'),
  },
  {
    forms: split('owe|owes|owed|owing'),
    nouns: split('open balance|balance due|receivables|outstanding|owed'),
    doers: split('account|customer|client'),
  },
  { forms: split('returned'), nouns: split('returns|returned value|credits'), doers: split('account|customer') },
  { forms: split('shipped'), nouns: split('shipments|deliveries'), doers: split('warehouse|carrier') },
  { forms: split('visited'), nouns: split('visits|site visits'), doers: split('activity owner|owner|rep') },
]

/** What a verb says of the model: the measures of the deed, if the model has any. */
export function readVerb({ norm, kind }: Token, lexicon: Lexicon): readonly Entry[] | undefined {
  const verb = kind === 'word' ? verbs.find(({ forms }) => forms.includes(norm)) : undefined
  return verb && firstKnown(verb.nouns, lexicon, 'measure')
}

/** Whom `who` asks for before a verb: those that the model says do such a thing. */
export function readDoer({ norm }: Token, lexicon: Lexicon): readonly Entry[] | undefined {
  const verb = verbs.find(({ forms }) => forms.includes(norm))
  return verb && (firstKnown(verb.doers, lexicon, 'entity') ?? firstKnown(verb.doers, lexicon, 'dimension'))
}

/** What `what did they buy` asks for: goods, where the model knows them. */
export function readGoods(tokens: readonly Token[], lexicon: Lexicon): readonly Entry[] | undefined {
  const [sells, buys] = verbs
  const isTrade = tokens.some(({ norm }) => sells!.forms.includes(norm) || buys!.forms.includes(norm))
  return isTrade ? firstKnown(['product', 'item', 'article', 'goods'], lexicon, 'dimension') : undefined
}

function firstKnown(nouns: readonly string[], lexicon: Lexicon, kind: Entry['kind']): readonly Entry[] | undefined {
  return nouns
    .map((noun) => {
      const tokens = tokenise(noun)
      const match = lexicon.match(tokens, 0)
      return match?.length === tokens.length ? match.entries.filter((entry) => entry.kind === kind) : []
    })
    .find((entries) => entries.length > 0)
}
