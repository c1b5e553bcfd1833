'use client'
import { useEffect, useState } from 'react'

/** A value once it has stayed the same for a while, such as a text that somebody types. */
export function useSettled<value extends string | number>(value: value, settleMs = 250): value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs)
    return () => clearTimeout(timer)
  }, [value, settleMs])
  return settled
}
