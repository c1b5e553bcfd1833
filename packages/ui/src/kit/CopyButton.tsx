'use client'
import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { copyText } from './copyText.ts'
import { css, kitStyles } from './css.ts'
import { useKit } from './KitContext.ts'

const shownMs = 2_000

/** Copies what `getText` gives when it is pressed, and says whether that worked. */
export function CopyButton({ label, getText }: { label: string; getText: () => string }) {
  const { messages } = useKit()
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()

  useEffect(() => {
    if (!outcome) return
    const timer = setTimeout(() => setOutcome(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [outcome])

  const said = outcome === 'copied' ? messages.copied : outcome === 'failed' ? messages.copyFailed : ''
  return (
    <>
      <Button
        variant="plain"
        icon={outcome === 'copied' ? 'check' : outcome === 'failed' ? 'warning' : 'copy'}
        aria-label={label}
        onClick={async () => setOutcome((await copyText(getText())) ? 'copied' : 'failed')}
      />
      <span role="status" className={css(kitStyles.hidden)}>
        {said}
      </span>
    </>
  )
}
