'use client'
import { forwardRef, type ReactNode } from 'react'
import { css } from '../kit/css.ts'
import { KitContext } from '../kit/KitContext.ts'
import { type PartProps, usePart } from '../kit/usePart.ts'
import { type RootOptions, useRoot } from '../kit/useRoot.ts'
import styles from './frame.module.css'

type FrameState = { theme: string; density: string; status: 'loading' | 'ready' | 'failed' }

/** What a host may give to every part that stands in a frame. */
export type FrameProps = Omit<PartProps<'section', FrameState>, 'children'> & RootOptions

type FramedProps = {
  status: FrameState['status']
  /** Id of the heading that names the part, unless the host does. */
  titleId: string
  /** What the part itself sets on its element. */
  own?: { className?: string | undefined; 'aria-busy'?: boolean }
  /** What the host has given to the part. */
  given: FrameProps
  children: ReactNode
}

/** A part that stands alone, with a frame, a language, formats and tokens of its own. Renders a `<section>`. */
export const Frame = forwardRef<HTMLElement, FramedProps>(function Frame(
  { status, titleId, own, given, children },
  ref,
) {
  const { theme, density, locale, timeZone, messages, ...props } = given
  const { kit, state, className, lang } = useRoot({ theme, density, locale, timeZone, messages })
  const element = usePart({
    tag: 'section',
    ref: ref as never,
    state: { ...state, status },
    own: {
      lang,
      'aria-labelledby': props['aria-label'] === undefined ? titleId : undefined,
      ...own,
      className: css(styles.frame, className, own?.className),
      children,
    },
    props: props as never,
  })
  return <KitContext.Provider value={kit}>{element}</KitContext.Provider>
})

/** Where reading stands: what was read once stays, whatever becomes of the next reading. */
export function readingStatus({ data, isPending }: { data: unknown; isPending: boolean }): FrameState['status'] {
  if (data) return 'ready'
  return isPending ? 'loading' : 'failed'
}
