'use client'
import { useEffect, useState } from 'react'

/** Whole seconds until a moment, counted down while it lies ahead; `undefined` without one, `0` once it has come. */
export function useCountdown(until: string | undefined): number | undefined {
  const time = until === undefined ? Number.NaN : Date.parse(until)
  const [now, setNow] = useState(Date.now)
  const secondsLeft = Number.isNaN(time) ? undefined : Math.max(0, Math.ceil((time - now) / 1000))

  useEffect(() => {
    if (Number.isNaN(time)) return
    setNow(Date.now())
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= time) clearInterval(timer)
    }, 1000)
    return () => clearInterval(timer)
  }, [time])

  return secondsLeft
}
