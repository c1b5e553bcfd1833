'use client'
import { forwardRef, useEffect, useState } from 'react'
import { Button, type ButtonProps } from './Button.tsx'
import { copyText } from './copyText.ts'
import { css, kitStyles } from './css.ts'
import { useKit } from './KitContext.ts'

const shownMs = 2_000
const icons = { idle: 'copy', copied: 'check', failed: 'warning' } as const

export type CopyButtonProps = Omit<ButtonProps, 'children'> & {
  label: string
  /** Asked when the button is pressed, so that the text is as fresh as the screen. */
  getText: () => string
}

/** Copies text, and says whether that worked. Renders a `<button>`. */
export const CopyButton = forwardRef<HTMLButtonElement, CopyButtonProps>(function CopyButton(
  { label, getText, ...props },
  ref,
) {
  const { messages } = useKit()
  const [outcome, setOutcome] = useState<keyof typeof icons>('idle')

  useEffect(() => {
    if (outcome === 'idle') return
    const timer = setTimeout(() => setOutcome('idle'), shownMs)
    return () => clearTimeout(timer)
  }, [outcome])

  const said = { idle: '', copied: messages.copied, failed: messages.copyFailed }
  return (
    <>
      <Button
        ref={ref}
        variant="plain"
        icon={icons[outcome]}
        aria-label={label}
        onClick={async () => setOutcome((await copyText(getText())) ? 'copied' : 'failed')}
        {...props}
      />
      <span role="status" className={css(kitStyles.hidden)}>
        {said[outcome]}
      </span>
    </>
  )
})
