'use client'
import { css } from '../../../kit/css.ts'
import { useApprovalWords } from '../../useApprovalWords.ts'
import { diffLines } from './diffLines.ts'
import styles from './statements.module.css'

/** Which lines an edit has taken out and put in. Renders a `<figure>`. */
export function StatementDiff({ before, after }: { before: string; after: string }) {
  const text = useApprovalWords()
  return (
    <figure aria-label={text.editedLines} className={css(styles.diff)}>
      {diffLines(before, after).map(({ kind, line }, index) => {
        const Tag = kind === 'out' ? 'del' : kind === 'in' ? 'ins' : 'span'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be there twice, and none moves
          <Tag key={index} className={css(styles.line)} data-kind={kind}>
            {line || ' '}
          </Tag>
        )
      })}
    </figure>
  )
}
