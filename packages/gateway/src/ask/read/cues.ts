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
  ...phrase('growth', 'growth|growth rate|grown|grew|grow|change|changed|trend vs'),
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
    'share-of',
    'as a share of|as share of|as a percentage of|as percentage of|as a percent of|as percent of|as a % of|as % of|in % of|in percent of|share of|percentage of|percent of|% of|as a proportion of|as a fraction of',
  ),
  ...phrase(
    'sort',
    'sort by|sorted by|order it by|ordered by|rank by|ranked by|sort|sorted|rank|ranked|ranking by|ranking',
  ),
  ...phrase(
    'ascending',
    'ascending|asc|lowest first|worst first|weakest first|least first|poorest first|smallest first|ascendingly|increasing|oldest first|from low to high|low to high',
  ),
  ...phrase(
    'descending',
    'descending|desc|highest first|best first|top first|strongest first|most first|largest first|biggest first|decreasing|newest first|latest first|most recent first|from high to low|high to low',
  ),
  ...phrase(
    'alphabetical',
    'alphabetically|alphabetical|by name|sort by name|sorted by name|order by name|ordered by name|a to z|a-z|in alphabetical order',
  ),
  ...phrase('count', 'how many|number of|no. of|# of|count of|count the|count'),
  ...phrase(
    'include-empty',
    'including those without|including ones without|including those with none|even those without|also those without|including accounts without any|including empty|including zero|include empty|include those without',
  ),
  ...phrase(
    'not',
    "other than|apart from|except for|except|excluding|exclude|excl.|but not|not counting|not including|not in|not|ignoring|leaving out|leave out|outside of|outside|aside from|besides|all but|is not|are not|isn't|aren't",
  ),
  ...phrase(
    'without',
    "without any|without|with no|have no|has no|had no|having no|don't have any|don't have|do not have any|do not have|does not have|doesn't have|did not have|didn't have|who have no|no|lacking|missing|have not had|haven't had|have not|has not|had not|haven't|hasn't|hadn't|did not|didn't|does not|doesn't|do not|don't|have never|has never|never|with zero|never had|have never had|didn't place|did not place|never placed",
  ),
  ...phrase(
    'by',
    'broken down by|split by|grouped by|group by|segmented by|sliced by|break down by|breakdown by|break it down by|by each|by|according to|along',
  ),
  ...phrase('per', 'for each|for every|in each|in every|per|each|every|across'),
  ...phrase('with', 'with any|that have|which have|who have|that had|who had|having|worth|with|have any|has any'),
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
  ...phrase('new', 'new|newly won|brand new'),
  ...phrase('money', 'value of|values of|amount of|amounts of|value|values|amount|amounts|in dollars|in usd'),
  ...phrase(
    'ask',
    "which|what|who|whose|where|list|list all|show|show me|show us|give me|give us|tell us|get us|from us|pull|pull up|see|can you|could you|get me|find|find me|display|tell me|let me see|i want to see|i want|i need|i would like|i'd like",
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
