'use client'
import type { KeyboardEvent } from 'react'
import formStyles from '../../form/form.module.css'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import styles from '../bar/bar.module.css'
import { useResultTable } from '../ResultTableContext.ts'
import type { Find } from './useFind.ts'

/** A line to look for a text in the whole result. The default export, since it is loaded when it is first opened. */
export default function FindBar({ find }: { find: Find }) {
  const { messages, format } = useKit()
  const { find: text } = useResultTable()
  const { matchCount, current, step } = find

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') find.close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const said =
    text === null || text === '' || matchCount === undefined
      ? ''
      : matchCount === 0
        ? messages.noMatches
        : messages.matchOf(format.count(current + 1), format.count(matchCount))

  return (
    // biome-ignore lint/a11y/useSemanticElements: what is found lies in the table, not in a page of its own
    <div role="search" aria-label={messages.findInResult} className={css(styles.find)}>
      <input
        ref={find.inputRef}
        type="search"
        aria-label={messages.findText}
        placeholder={messages.findText}
        className={css(formStyles.control, styles.field)}
        value={text ?? ''}
        // biome-ignore lint/a11y/noAutofocus: the line was opened to type here
        autoFocus
        onChange={(event) => find.setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={css(styles.matches)}>
        {said}
      </span>
      <Button
        variant="plain"
        icon="arrowUp"
        aria-label={messages.findPrevious}
        disabled={!matchCount}
        onClick={() => step(-1)}
      />
      <Button
        variant="plain"
        icon="arrowDown"
        aria-label={messages.findNext}
        disabled={!matchCount}
        onClick={() => step(1)}
      />
      <Button variant="plain" icon="close" aria-label={messages.closeFind} onClick={find.close} />
    </div>
  )
}
