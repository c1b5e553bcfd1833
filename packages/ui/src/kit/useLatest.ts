'use client'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** A server draws no layout, and React says so when it is asked to wait for one. */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** The value of the last drawing, for handlers that outlive it. */
export function useLatest<value>(value: value): RefObject<value> {
  const ref = useRef(value)
  useBrowserLayoutEffect(() => {
    ref.current = value
  })
  return ref
}
