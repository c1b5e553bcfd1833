'use client'
import { type RefObject, useState } from 'react'
import { useBrowserLayoutEffect } from '../../kit/useLatest.ts'

/** The place in which the table is seen. */
export type Viewport = {
  width: number
  /** Of the whole place, headings and totals with it. */
  height: number
  rowHeight: number
  /** The font of cells, as CSS writes it. */
  font: string
  /** Fonts that are on their way change how wide texts are. */
  fontsReady: boolean
  rightToLeft: boolean
}

/** Drawn for where nothing can be measured. */
const usual: Viewport = {
  width: 460,
  height: 340,
  rowHeight: 31,
  font: '13px sans-serif',
  fontsReady: true,
  rightToLeft: false,
}

/** Measures the place and follows it as it changes. A row is as high as the headings' row. */
export function useViewport(scrollerRef: RefObject<HTMLElement | null>, headRef: RefObject<HTMLElement | null>) {
  const [viewport, setViewport] = useState(usual)
  useBrowserLayoutEffect(() => {
    const [scroller, head] = [scrollerRef.current, headRef.current]
    if (!scroller || !head) return
    const measure = () => setViewport((known) => keepEqual(known, measured(scroller, head)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(scroller)
    observer.observe(head)
    let watching = true
    void document.fonts?.ready.then(() => watching && measure())
    return () => {
      watching = false
      observer.disconnect()
    }
  }, [])
  return viewport
}

function measured(scroller: HTMLElement, head: HTMLElement): Viewport {
  const { direction, fontWeight, fontSize, fontFamily } = getComputedStyle(scroller)
  return {
    width: scroller.clientWidth,
    height: scroller.clientHeight,
    rowHeight: head.getBoundingClientRect().height || usual.rowHeight,
    font: `${fontWeight} ${fontSize} ${fontFamily}`,
    fontsReady: document.fonts?.status !== 'loading',
    rightToLeft: direction === 'rtl',
  }
}

function keepEqual(known: Viewport, next: Viewport): Viewport {
  return (Object.keys(next) as (keyof Viewport)[]).every((key) => known[key] === next[key]) ? known : next
}
