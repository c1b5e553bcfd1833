'use client'
import { forwardRef } from 'react'
import { kitStyles } from './css.ts'
import { Icon, type IconName } from './icons.tsx'
import { type PartProps, usePart } from './usePart.ts'

export type ButtonProps = PartProps<'button'> & {
  variant?: 'default' | 'primary' | 'plain' | undefined
  /** Drawn instead of text; give `aria-label` then, which is also the tooltip. */
  icon?: IconName | undefined
}

/** A button of the kit. Renders a `<button type="button">`. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = 'default', icon, ...props },
  ref,
) {
  const label = props['aria-label']
  return usePart({
    tag: 'button',
    ref: ref as never,
    state: icon ? { variant, shape: 'icon' } : { variant },
    own: {
      type: 'button',
      className: kitStyles.button,
      ...(icon && { title: label, children: <Icon name={icon} /> }),
    },
    props: props as never,
  })
})
