'use client'
import { useAutonomy } from '@lakefront/react/governance'
import { forwardRef } from 'react'
import { Button } from '../kit/Button.tsx'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { usePart } from '../kit/usePart.ts'
import type { AutonomyControlProps } from './AutonomyControl.tsx'
import { AutonomyForm } from './AutonomyForm.tsx'
import styles from './autonomy.module.css'
import { useAutonomyWords } from './useAutonomyWords.ts'

type AutonomyProps = {
  state: { theme: string; density: string }
  own: { lang: string; className: string }
  props: Omit<AutonomyControlProps, 'theme' | 'density'>
}

/** What the control shows, within its root's language. */
export const Autonomy = forwardRef<HTMLElement, AutonomyProps>(function Autonomy({ state, own, props }, ref) {
  const { messages, format } = useKit()
  const text = useAutonomyWords()
  const { data, error, isPending, refetch } = useAutonomy()
  const status = data ? 'ready' : isPending ? 'loading' : 'failed'

  const children = (
    <>
      <h2 className={css(styles.title)}>{text.title}</h2>
      <p className={css(styles.hint)}>{text.hint}</p>
      {error && (
        <div role="alert" className={css(styles.error)}>
          {messages.errors[error.code] ?? error.message}{' '}
          <Button variant="plain" onClick={() => void refetch()}>
            {messages.retry}
          </Button>
        </div>
      )}
      {status === 'loading' && <span className={css(kitStyles.skeleton)} />}
      {data && (
        <>
          <p className={css(styles.hint)}>
            {data.setBy && data.setAt ? text.setBy(data.setBy, format.moment(data.setAt)) : text.asConfigured}{' '}
            {!data.mayChange && text.readOnly}
          </p>
          <AutonomyForm setting={data} />
        </>
      )}
    </>
  )
  return usePart({
    tag: 'section',
    ref: ref as never,
    state: { ...state, status },
    own: { ...own, 'aria-label': text.title, 'aria-busy': status === 'loading', children },
    props: props as never,
  })
})
