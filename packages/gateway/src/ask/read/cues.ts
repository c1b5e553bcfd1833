import type { Grain } from '../intent.ts'
import type { Cue } from './claims.ts'
import type { Token } from './tokens.ts'

type Phrase = { words: readonly string[]; cue: Cue; against?: Grain }

const phrase = (cue: Cue, texts: string, against?: Grain): Phrase[] =>
  texts.split('|').map((text) => ({ words: text.trim().split(' '), cue, ...(against && { against }) }))

/** Longer phrases are tried first. */
const phrases: readonly Phrase[] = [
  ...phrase(
    'growth',
    'year over year|year on year|yoy|y o y|annual growth|yearly growth|over the year before|yearly change|annual change',
    'year',
  ),
  ...phrase('growth', 'quarter over quarter|quarter on quarter|qoq|quarterly growth', 'quarter'),
  ...phrase('growth', 'month over month|month on month|mom|monthly growth', 'month'),
  ...phrase('growth', 'week over week|week on week|wow|weekly growth', 'week'),
  ...phrase('growth', 'growth|growth rate|grown|grew|grow|change|changed|development|trend vs'),
  ...phrase(
    'versus',
    'compared to|compared with|compared against|in comparison to|in comparison with|versus|vs|vs.|against|relative to',
  ),
  ...phrase('compare', 'compare|comparison of|comparison between|contrast'),
  ...phrase(
    'share',
    'share of total|share of the total|share of all|% of total|% of the total|% of all|percent of total|percent of the total|percentage of total|percentage of the total|as share|as a share|as percentage|as a percentage|as percent|as %|in percent|in %|share|shares|contribution|proportion|of total',
  ),
  ...phrase(
    'sort',
    'sort by|sorted by|order it by|ordered by|rank by|ranked by|sort|sorted|rank|ranked|ranking by|ranking',
  ),
  ...phrase(
    'ascending',
    'ascending|asc|lowest first|smallest first|ascendingly|increasing|oldest first|from low to high|low to high',
  ),
  ...phrase(
    'descending',
    'descending|desc|highest first|largest first|biggest first|decreasing|newest first|latest first|most recent first|from high to low|high to low',
  ),
  ...phrase('alphabetical', 'alphabetically|alphabetical|by name|a to z|in alphabetical order'),
  ...phrase('count', 'how many|number of|no. of|count of|count the|count'),
  ...phrase(
    'include-empty',
    'including those without|including ones without|including those with none|even those without|also those without|including accounts without any|including empty|including zero|include empty|include those without',
  ),
  ...phrase(
    'not',
    "other than|apart from|except for|except|excluding|exclude|excl.|but not|not in|not|leaving out|leave out|outside of|outside|aside from|besides|all but|is not|are not|isn't|aren't",
  ),
  ...phrase(
    'without',
    "without any|without|with no|have no|has no|had no|having no|don't have any|don't have|do not have any|do not have|does not have|doesn't have|did not have|didn't have|who have no|no|lacking|missing|have not had|haven't had|with zero|never had|have never had|didn't place|did not place|never placed",
  ),
  ...phrase(
    'by',
    'broken down by|split by|grouped by|group by|segmented by|sliced by|break down by|breakdown by|break it down by|by each|by|according to|along',
  ),
  ...phrase('per', 'for each|for every|in each|in every|per|each|every|across'),
  ...phrase('with', 'with any|that have|which have|who have|that had|who had|having|with|have any|has any'),
  ...phrase('refer', 'this|these|that|its|their|his|her|here|it|this one|the same'),
  ...phrase(
    'again',
    'what about|how about|and what about|and how about|same for|the same for|same but|the same but|now for|and for|and in|now|instead|then|again|show that|same',
  ),
  ...phrase('and', 'and|&'),
  ...phrase(
    'only',
    'only|just|limit to|limited to|narrow to|narrow down to|filter to|filter by|filter for|restrict to|keep only|keep',
  ),
  ...phrase('also', 'also|as well|too|add|plus|additionally|in addition'),
  ...phrase(
    'ask',
    "which|what|who|whose|where|when|list|list all|show|show me|give me|get me|find|find me|display|tell me|let me see|i want to see|i want|i need|i would like|i'd like",
  ),
]

const byLength = [...phrases].sort((a, b) => b.words.length - a.words.length)

/** The longest cue that starts at a token. */
export function readCue(tokens: readonly Token[], from: number): (Phrase & { length: number }) | undefined {
  const found = byLength.find(({ words }) =>
    words.every((word, index) => {
      const token = tokens[from + index]
      return token !== undefined && token.kind !== 'quoted' && token.norm === word
    }),
  )
  return found && { ...found, length: found.words.length }
}

/** Words that carry nothing that has to be answered. */
const fillers = new Set(
  `a an the of for in on at to from is are was were be been being am do does did done has have had having will would can could should
  me my our we us i you your please pls thanks thank hi hey total overall sum all any some there so far much many amount figure figures value values number
  numbers data info information result results row rows table chart report overview summary list show give get see display tell
  what whats what's which who whose whom how where when that those these it they them out up down into within during over about around
  company business sold sell selling made make making generate generated earn earned place placed bring brought come came coming
  belong belongs belonging assigned located based named called currently current now today's right existing present possible
  as if else etc also then and or , ; : ? ! + & want need like know look looks looking let lets let's would could
  each every both whole entire respective respectively different various breakdown split grouped group level customer-level per-account
  us-dollars dollars usd worth area region-wide own owned manage manages managed handle handles cover covers responsible
  kind kinds type-of performance perform performing perform's doing sorted order ordered were went go goes
  new question answer ask asking together combined altogether ranking please.`.split(/\s+/),
)

/** Whether a word may stay unread. */
export function isFiller({ norm, kind }: Token): boolean {
  if (kind === 'symbol') return norm !== '%'
  return kind === 'word' && (fillers.has(norm) || norm.length === 0)
}
