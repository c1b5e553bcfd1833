import type { KeyboardEvent, PointerEvent } from 'react'
import styles from './AssistantDock.module.css'

const narrowest = 340
const widest = 760
const stepPixels = 24

const clamp = (width: number) => Math.min(widest, Math.max(narrowest, width))

/** The dock's edge: drag it, or use the arrow keys. */
export function DockHandle({ width, onResize }: { width: number; onResize: (width: number) => void }) {
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onResize(clamp(window.innerWidth - event.clientX))
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') onResize(clamp(width + stepPixels))
    if (key === 'ArrowRight') onResize(clamp(width - stepPixels))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be dragged
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the assistant"
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width}
      className={styles.handle}
      {...{ onPointerDown, onPointerMove, onKeyDown }}
    />
  )
}
