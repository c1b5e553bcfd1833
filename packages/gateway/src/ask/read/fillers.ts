import type { Token } from './tokens.ts'

/** Words that carry nothing that has to be answered. Whatever says what is wanted, or of what, must never stand here. */
const fillers = new Set(
  `a an the of for in on at to from is are was were be been being am do does did done has have had will would can could should
  me my our we i you your please pls plz thanks thank hi hey total overall sum all any some there so far much many figure figures number
  numbers data info information result results row rows table chart report overview summary list show give get see display tell
  what whats what's which who whom how where that those these it they them out up into within during about around
  placed place bring brought come came coming belong belongs belonging assigned located based named called
  currently current now today's as if else etc also then and or want need like know look looks looking let lets let's
  each every both whole entire respective respectively different various breakdown split grouped group
  kind kinds performance perform performing sorted order ordered go goes went gone going doing
  anything something
  question answer ask asking together combined altogether ranking i'm i'd we're`.split(/\s+/),
)

/** Whether a word may stay unread. */
export function isFiller({ norm, kind }: Token): boolean {
  if (kind === 'symbol') return norm !== '%'
  return kind === 'word' && (fillers.has(norm) || norm.length === 0)
}
