'use client'
import { useRecord } from '@lakefront/react'
import { Button } from '../kit/Button.tsx'
import { css } from '../kit/css.ts'
import { Icon } from '../kit/icons.tsx'
import { useKit } from '../kit/KitContext.ts'
import { useAccountView } from './AccountViewContext.ts'
import styles from './account-view.module.css'
import { Facts } from './Facts.tsx'
import { Identity } from './Identity.tsx'
import { Section } from './section/Section.tsx'

/** Every section that the gateway has for the record, figures first; or why there is no record. */
export function Sections() {
  const { entity, id, sections = [] } = useAccountView()
  const { error, refetch } = useRecord({ entity, id, sections: [] })
  const { messages } = useKit()
  if (error?.code === 'record-not-found') {
    return <Unreadable title={messages.recordNotFound} detail={messages.recordNotFoundHint(id)} />
  }
  if (error) {
    const detail = messages.errors[error.code] ?? error.message
    return <Unreadable title={messages.unavailable} detail={detail} onRetry={() => void refetch()} />
  }
  const rest = sections.filter(({ kind }) => kind !== 'figure')
  const fields = rest.filter(({ kind }) => kind === 'fields')
  const others = rest.filter(({ kind }) => kind !== 'fields')
  return (
    <>
      <Identity />
      <Facts />
      {[...fields, ...others].map((section) => (
        <Section key={section.id} section={section.id} />
      ))}
    </>
  )
}

type UnreadableProps = { title: string; detail: string; onRetry?: (() => void) | undefined }

function Unreadable({ title, detail, onRetry }: UnreadableProps) {
  const { messages } = useKit()
  return (
    <div role="alert" className={css(styles.unreadable)}>
      <Icon name="warning" className={styles.unreadableIcon} />
      <p className={css(styles.unreadableTitle)}>{title}</p>
      <p className={css(styles.unreadableDetail)}>{detail}</p>
      {onRetry && <Button onClick={onRetry}>{messages.retry}</Button>}
    </div>
  )
}
