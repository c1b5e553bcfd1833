'use client'
import { type FormEvent, forwardRef, type KeyboardEvent, useId, useState } from 'react'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { usePanel } from '../panel/PanelContext.ts'
import { usePanelAsk } from '../panel/usePanelAsk.ts'
import styles from './composer.module.css'
import { Submit } from './Submit.tsx'
import { Suggestions } from './Suggestions.tsx'

/** Longest question that the gateway reads. */
const usualMaxLength = 4_000

export type ComposerState = {
  /** Whether a question is being answered. */
  asking: boolean
  /** Whether the text is longer than may be asked. */
  overlong: boolean
}

export type ComposerProps = PartProps<'form', ComposerState> & {
  /** Most characters of a question. Default 4,000. Longer text is kept and its length is said. */
  maxLength?: number | undefined
}

/** Where questions are typed, and follow-ups are offered. Renders a `<form>`. */
export const Composer = forwardRef<HTMLFormElement, ComposerProps>(function Composer(
  { maxLength = usualMaxLength, ...props },
  ref,
) {
  const { messages, format } = useKit()
  const { inputRef } = usePanel()
  const { ask, status } = usePanelAsk()
  const [text, setText] = useState('')
  const noteId = useId()
  const asking = status === 'asking'
  const tooLong = text.length > maxLength
  const ready = text.trim() !== '' && !tooLong

  function submit() {
    if (!ready || asking) return
    setText('')
    ask(text.trim())
  }

  const children = (
    <>
      <Suggestions />
      <div className={css(styles.box)}>
        <div className={css(styles.grow)} data-text={`${text} `}>
          <textarea
            ref={inputRef}
            value={text}
            rows={1}
            aria-label={messages.inputLabel}
            aria-invalid={tooLong || undefined}
            aria-describedby={tooLong ? noteId : undefined}
            placeholder={messages.inputPlaceholder}
            className={css(styles.input)}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (!meansSubmit(event)) return
              event.preventDefault()
              submit()
            }}
          />
        </div>
        <div className={css(styles.controls)}>
          <span
            id={noteId}
            role={tooLong ? 'alert' : undefined}
            className={css(styles.hint)}
            data-invalid={tooLong || undefined}
          >
            {tooLong ? messages.tooLong(format.count(text.length), format.count(maxLength)) : messages.enterHint}
          </span>
          <Submit ready={ready} />
        </div>
      </div>
    </>
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  const own = { className: styles.composer, onSubmit, children }
  return usePart({ tag: 'form', ref: ref as never, state: { asking, overlong: tooLong }, own, props: props as never })
})

/** Enter asks; with Shift it breaks the line, and while an input method composes it chooses a word. */
function meansSubmit({ key, shiftKey, nativeEvent, keyCode }: KeyboardEvent): boolean {
  const composing = nativeEvent.isComposing || keyCode === 229
  return key === 'Enter' && !shiftKey && !composing
}
