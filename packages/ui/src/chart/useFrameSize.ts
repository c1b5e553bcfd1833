'use client'
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

/** Drawn at this width where nothing can be measured; the drawing scales to its place. */
const usualWidth = 420
const leastWidth = 200

const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** How wide the chart's place is and in which direction it is read, followed as both change. */
export function useFrameSize(ref: RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ width: usualWidth, rightToLeft: false })

  useBrowserLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      const width = Math.max(leastWidth, Math.floor(element.clientWidth))
      const rightToLeft = getComputedStyle(element).direction === 'rtl'
      setSize((known) => (known.width === width && known.rightToLeft === rightToLeft ? known : { width, rightToLeft }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}
