import type { Cell, ShownEffect } from '@lakefront/react'

/** The name under which an edited statement is sent. */
export const statementField = 'sql'

/**
 * What an edit asks for: every field of a record, or the statement. A field that was not touched goes back as it came, and an
 * emptied one holds nothing. `undefined` when nothing was changed.
 */
export function editedValues(
  { changes, statements }: Pick<ShownEffect, 'changes' | 'statements'>,
  edits: Readonly<Record<string, string>>,
): Record<string, Cell> | undefined {
  const shown: [name: string, value: Cell][] =
    changes.length > 0
      ? changes.map(({ column, after }) => [column, after])
      : (statements ?? []).slice(0, 1).map(({ sql }) => [statementField, sql])
  const isEdited = ([name, value]: [string, Cell]) => name in edits && edits[name] !== String(value ?? '')
  if (!shown.some(isEdited)) return undefined
  return Object.fromEntries(shown.map((each) => (isEdited(each) ? [each[0], edits[each[0]] || null] : each)))
}
