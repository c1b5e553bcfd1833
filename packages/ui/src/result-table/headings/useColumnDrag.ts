'use client'
import { type PointerEvent, useCallback, useState } from 'react'
import { useLatest } from '../../kit/useLatest.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { moveBeside } from '../view/changeView.ts'

type Over = { name: string; where: 'before' | 'after' }

/** Nearer than this, a press is a press. */
const leastDrag = 6

/** Moves a column by its heading. Touch scrolls instead; the menu moves columns, too. */
export function useColumnDrag() {
  const { columns, shown, change } = useResultTable()
  const [over, setOver] = useState<Over>()
  const latest = useLatest({ columns, shown, change })

  const start = useCallback(
    (event: PointerEvent<HTMLElement>, name: string) => {
      if (event.button !== 0 || event.pointerType === 'touch') return
      const heading = event.currentTarget
      const startX = event.clientX
      const { pointerId } = event
      let target: Over | undefined
      let dragging = false

      function move({ clientX, clientY }: globalThis.PointerEvent) {
        if (!dragging && Math.abs(clientX - startX) < leastDrag) return
        if (!dragging) heading.setPointerCapture(pointerId)
        dragging = true
        const found = headingAt(heading, clientX, clientY)
        const column = latest.current.shown[found?.index ?? -1]
        target = found && column && column.name !== name ? { name: column.name, where: found.where } : undefined
        setOver((known) => (known?.name === target?.name && known?.where === target?.where ? known : target))
      }
      function end(ended: Event) {
        for (const type of endings) window.removeEventListener(type, end, true)
        window.removeEventListener('pointermove', move)
        window.removeEventListener('keydown', giveUp, true)
        setOver(undefined)
        if (!dragging) return
        // The press that ends a drag is not one that sorts.
        const swallow = (click: Event) => click.stopPropagation()
        window.addEventListener('click', swallow, true)
        setTimeout(() => window.removeEventListener('click', swallow, true), 0)
        const beside = latest.current.shown.find((column) => column.name === target?.name)
        if (ended.type !== 'pointerup' || !beside || !target) return
        latest.current.change(moveBeside(latest.current.columns, name, beside, target.where))
      }
      function giveUp(key: KeyboardEvent) {
        if (key.key !== 'Escape') return
        key.stopPropagation()
        end(key)
      }
      for (const type of endings) window.addEventListener(type, end, true)
      window.addEventListener('pointermove', move)
      window.addEventListener('keydown', giveUp, true)
    },
    [latest],
  )
  return { over, start }
}

const endings = ['pointerup', 'pointercancel', 'blur'] as const

/** The heading under the pointer, and on which half of it the pointer is as the language reads. */
function headingAt(from: HTMLElement, x: number, y: number) {
  const row = from.closest('tr')
  const under = from.ownerDocument.elementsFromPoint(x, y).find((element) => row?.contains(element))
  const heading = under?.closest('th')
  const index = heading?.querySelector<HTMLElement>('[data-column]')?.dataset.column
  if (!heading || index === undefined) return undefined
  const { left, width } = heading.getBoundingClientRect()
  const rightToLeft = getComputedStyle(heading).direction === 'rtl'
  const firstHalf = x - left < width / 2 !== rightToLeft
  return { index: Number(index), where: firstHalf ? ('before' as const) : ('after' as const) }
}
