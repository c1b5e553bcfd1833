import type { QuestionContext } from '@lakefront/contract'
import type { Intent } from '../intent.ts'
import type { ResolveContext } from './resolveTerms.ts'

/** What a draft is read in the light of. */
export type DraftContext = ResolveContext & {
  memory: Intent | undefined
  record: QuestionContext | undefined
  now: Date
}
