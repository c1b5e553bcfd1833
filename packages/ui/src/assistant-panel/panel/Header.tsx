'use client'
import { useConversation } from '@lakefront/react'
import { forwardRef } from 'react'
import { Button, type ButtonProps } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { usePanel } from './PanelContext.ts'
import styles from './panel.module.css'
import { usePanelAsk } from './usePanelAsk.ts'

/** The bar above the conversation. Renders a `<header>`; without children it holds the title, context and buttons. */
export const Header = forwardRef<HTMLElement, PartProps<'header'>>(function Header(props, ref) {
  const children = (
    <>
      <Title />
      <ContextChip />
      <NewConversation />
      <Close />
    </>
  )
  return usePart({
    tag: 'header',
    ref: ref as never,
    own: { className: styles.header, children },
    props: props as never,
  })
})

/** What the panel is called. Renders an `<h2>`. */
export const Title = forwardRef<HTMLHeadingElement, PartProps<'h2'>>(function Title(props, ref) {
  const { messages } = useKit()
  const own = { className: styles.title, children: messages.assistant }
  return usePart({ tag: 'h2', ref: ref as never, own, props: props as never })
})

/** The record that questions are asked from; nothing when there is none. Renders a `<span>`. */
export const ContextChip = forwardRef<HTMLSpanElement, PartProps<'span'>>(function ContextChip(props, ref) {
  const context = useConversation((state) => state.context)
  const label = context?.label ?? context?.id
  const own = { className: styles.chip, title: label, children: <bdi className={css()}>{label}</bdi> }
  const element = usePart({ tag: 'span', ref: ref as never, own, props: props as never })
  return context ? element : <span className={css(styles.noChip)} />
})

/** Forgets the conversation and starts another. Renders a `<button>`. */
export const NewConversation = forwardRef<HTMLButtonElement, ButtonProps>(function NewConversation(props, ref) {
  const { messages } = useKit()
  const { clear } = usePanelAsk()
  return (
    <Button ref={ref} variant="plain" icon="plus" aria-label={messages.newConversation} onClick={clear} {...props} />
  )
})

/** Closes the panel; nothing when the host gave no `onClose`. Renders a `<button>`. */
export const Close = forwardRef<HTMLButtonElement, ButtonProps>(function Close(props, ref) {
  const { messages } = useKit()
  const { onClose } = usePanel()
  if (!onClose) return null
  return <Button ref={ref} variant="plain" icon="close" aria-label={messages.close} onClick={onClose} {...props} />
})
