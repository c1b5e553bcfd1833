import type { Cell, ShownEffect } from '@lakefront/react'

/** The names under which an edited question and an edited statement are sent. */
export const questionField = 'question'
export const statementField = 'sql'

/**
 * What an edit asks for: every field of a record, the question, or the statement. A field that was not touched goes back as
 * it came, and an emptied one holds nothing. `undefined` when nothing was changed.
 */
export function editedValues(
  effect: EditableEffect,
  edits: Readonly<Record<string, string>>,
): Record<string, Cell> | undefined {
  const shown = fieldsOf(effect)
  const isEdited = ([name, value]: [string, Cell]) => name in edits && edits[name] !== String(value ?? '')
  if (!shown.some(isEdited)) return undefined
  return Object.fromEntries(shown.map((each) => (isEdited(each) ? [each[0], edits[each[0]] || null] : each)))
}

type EditableEffect = Pick<ShownEffect, 'changes' | 'question' | 'statements'>

function fieldsOf({ changes, question, statements = [] }: EditableEffect): [name: string, value: Cell][] {
  if (changes.length > 0) return changes.map(({ column, after }) => [column, after])
  if (question !== undefined) return [[questionField, question]]
  return statements.slice(0, 1).map(({ sql }) => [statementField, sql])
}
