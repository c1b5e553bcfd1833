'use client'
import { mergeProps } from '@base-ui/react/merge-props'
import { useRender } from '@base-ui/react/use-render'
import type { ComponentPropsWithoutRef, ForwardedRef, JSX, ReactElement } from 'react'
import { css } from './css.ts'

type Tag = keyof JSX.IntrinsicElements
type State = Record<string, unknown>

/** Props of a part that renders `tag`: everything the element takes, and `render` to replace the element. */
export type PartProps<tag extends Tag, state extends State = State> = ComponentPropsWithoutRef<tag> & {
  /** Replaces the element; an element, or a function of its props and the part's state. */
  render?: useRender.RenderProp<state> | undefined
}

type PartOptions = {
  tag: Tag
  /** One or several, which all get the element. */
  ref: ForwardedRef<never> | ForwardedRef<never>[]
  /** Becomes `data-*`, and the second argument of a `render` function. */
  state?: State
  /** What the part itself sets; the host's props are merged over it. */
  own: Record<string, unknown> & { className?: string | undefined }
  props: PartProps<never>
}

/** Renders a part: merges class, style, handlers and ref with the host's, and turns state into `data-*`. */
export function usePart({ tag, ref, state = {}, own, props }: PartOptions): ReactElement {
  const { render, ...given } = props as PartProps<'div'>
  return useRender({
    defaultTagName: tag,
    render: render as useRender.RenderProp<State> | undefined,
    ref: ref as ForwardedRef<HTMLElement> | ForwardedRef<HTMLElement>[],
    state,
    props: mergeProps<'div'>({ ...own, className: css(own.className) }, given),
  })
}
