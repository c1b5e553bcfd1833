'use client'
import type { PointerEvent } from 'react'
import { css } from '../../kit/css.ts'
import type { PinSide } from '../view/types.ts'
import styles from './headings.module.css'

type ResizeHandleProps = {
  /** The width at the moment. */
  width(): number
  /** `undefined` fits what the column holds. */
  onResize(width: number | undefined): void
  /** A column that stays at the end grows towards the start. */
  pinned: PinSide | null
}

/** The edge of a heading: dragged it changes the width, pressed twice it fits. Keys do the same from the heading. */
export function ResizeHandle({ width, onResize, pinned }: ResizeHandleProps) {
  function start(event: PointerEvent<HTMLSpanElement>) {
    if (event.button !== 0) return
    event.preventDefault()
    const handle = event.currentTarget
    const from = { x: event.clientX, width: width() }
    const rightToLeft = getComputedStyle(handle).direction === 'rtl'
    const grows = (pinned === 'end') === rightToLeft ? 1 : -1
    const move = ({ clientX }: globalThis.PointerEvent) => onResize(from.width + grows * (clientX - from.x))
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true })
  }
  return (
    <span
      aria-hidden="true"
      data-edge={pinned === 'end' ? 'start' : 'end'}
      className={css(styles.resize)}
      onPointerDown={start}
      onDoubleClick={() => onResize(undefined)}
    />
  )
}
