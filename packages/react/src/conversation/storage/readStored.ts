import type { Turn } from '../types.ts'
import { type StoredConversation, storedVersion } from './types.ts'

const running = new Set<unknown>(['asking', 'planned', 'running'])

/** What was kept, ready to be shown again; `undefined` for anything that is not a conversation of this version. */
export function readStored(value: unknown): Pick<StoredConversation, 'conversationId' | 'turns'> | undefined {
  if (!isObject(value) || value.version !== storedVersion || !Array.isArray(value.turns)) return undefined
  if (!value.turns.every(isTurn)) return undefined
  const { conversationId } = value
  return {
    conversationId: typeof conversationId === 'string' ? conversationId : undefined,
    turns: value.turns.map(back),
  }
}

/** A turn that ran when its page went away was hung up on: what was planned is known, how far it came is not. */
function back(turn: Turn): Turn {
  if (!running.has(turn.status)) return { ...turn, restored: true }
  const steps = turn.steps.map((step) => (step.status === 'done' ? step : { ...step, status: 'planned' as const }))
  return { ...turn, status: 'interrupted', steps, result: undefined, restored: true }
}

function isTurn(value: unknown): value is Turn {
  if (!isObject(value)) return false
  const { id, question, status, askedAt, title, steps, warnings, suggestions, result } = value
  const isText = [id, question, status, askedAt, title].every((field) => typeof field === 'string')
  const isListed = [steps, warnings, suggestions].every((field) => Array.isArray(field) && field.every(isObject))
  return isText && isListed && (result === undefined || isResult(result))
}

function isResult(value: unknown): boolean {
  return isObject(value) && typeof value.handle === 'string' && Array.isArray(value.columns)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
