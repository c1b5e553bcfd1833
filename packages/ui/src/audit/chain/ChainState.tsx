'use client'
import type { AuditChain } from '@lakefront/react'
import { css } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { useAuditWords } from '../useAuditWords.ts'
import styles from './chain.module.css'

/** Says whether the record is as it was written, and if not, where it breaks. Renders a `<p>`. */
export function ChainState({ length, firstBroken }: AuditChain) {
  const { format } = useKit()
  const words = useAuditWords()
  return (
    <p
      className={css(styles.chain)}
      data-tone={firstBroken ? 'danger' : 'quiet'}
      role={firstBroken ? 'alert' : undefined}
    >
      <Icon name={firstBroken ? 'warning' : 'check'} className={styles.chainIcon} />
      {firstBroken
        ? words.broken(format.count(firstBroken.sequence), firstBroken.message)
        : words.whole(format.count(length))}
    </p>
  )
}
