'use client'
import { type PointerEvent, useCallback, useState } from 'react'
import { useLatest } from '../../kit/useLatest.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { moveBeside } from '../view/changeView.ts'
import { type DropPlace, dragHeading } from './dragHeading.ts'

/** Moves a column by its heading. Touch scrolls instead; the menu moves columns, too. */
export function useColumnDrag() {
  const { columns, shown, change } = useResultTable()
  const [over, setOver] = useState<DropPlace>()
  const latest = useLatest({ columns, shown, change })

  const start = useCallback(
    ({ button, pointerType, nativeEvent, currentTarget }: PointerEvent<HTMLElement>, name: string) => {
      if (button !== 0 || pointerType === 'touch') return
      dragHeading(nativeEvent, currentTarget, {
        onOver: setOver,
        onDrop(place) {
          setOver(undefined)
          const { columns, shown, change } = latest.current
          const beside = place && shown[place.index]
          if (beside) change(moveBeside(columns, name, beside, place.where))
        },
      })
    },
    [latest],
  )
  return { over, start }
}
