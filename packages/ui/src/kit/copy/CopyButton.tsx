'use client'
import { forwardRef, useEffect, useState } from 'react'
import { Button, type ButtonProps } from '../Button.tsx'
import { css, kitStyles } from '../css.ts'
import { useKit } from '../KitContext.ts'
import { copyText } from './copyText.ts'

const shownMs = 2_000

/** How copying went, and what there is to say of it. */
export type CopyOutcome = { isCopied: boolean; said: string }

export type CopyButtonProps = Omit<ButtonProps, 'children'> & {
  label: string
  /** The text; or, for more than plain text, does the copying itself. Asked when the button is pressed. */
  getText: () => string | Promise<CopyOutcome>
}

/** Copies text, and says whether that worked. Renders a `<button>`. */
export const CopyButton = forwardRef<HTMLButtonElement, CopyButtonProps>(function CopyButton(
  { label, getText, ...props },
  ref,
) {
  const { messages } = useKit()
  const [outcome, setOutcome] = useState<CopyOutcome>()

  useEffect(() => {
    if (!outcome) return
    const timer = setTimeout(() => setOutcome(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy(): Promise<CopyOutcome> {
    const text = getText()
    if (typeof text !== 'string') return text
    const isCopied = await copyText(text)
    return { isCopied, said: isCopied ? messages.copied : messages.copyFailed }
  }

  return (
    <>
      <Button
        ref={ref}
        variant="plain"
        icon={outcome === undefined ? 'copy' : outcome.isCopied ? 'check' : 'warning'}
        aria-label={label}
        onClick={async () => setOutcome(await copy())}
        {...props}
      />
      <span role="status" className={css(kitStyles.hidden)}>
        {outcome?.said}
      </span>
    </>
  )
})
