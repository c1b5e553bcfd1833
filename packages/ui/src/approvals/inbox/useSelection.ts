'use client'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'

/** Which of the ids are selected: one by one, with Shift from the last one on, by arrows, or all. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState<string>()
  const selected = ids.filter((id) => chosen.has(id))

  function set(changed: readonly string[], isSelected: boolean) {
    setChosen((before) => {
      const next = new Set(before)
      for (const id of changed) isSelected ? next.add(id) : next.delete(id)
      return next
    })
  }

  function onClick(id: string, event: MouseEvent<HTMLInputElement>) {
    const [from, to] = [ids.indexOf(anchor ?? id), ids.indexOf(id)].sort((left, right) => left - right)
    set(event.shiftKey && from! >= 0 ? ids.slice(from, to! + 1) : [id], event.currentTarget.checked)
    setAnchor(id)
  }

  /** In a list whose boxes have the class of a selection box. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
    const index = boxes.indexOf(event.target as HTMLInputElement)
    if (index === -1) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      const next = boxes[index + step]
      next?.focus()
      if (event.shiftKey && next) set([ids[index]!, ids[index + step]!], true)
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) set(ids, true)
    else if (event.key === 'Escape') setChosen(new Set())
    else return
    event.preventDefault()
  }

  return {
    selected,
    isSelected: (id: string) => chosen.has(id),
    onClick,
    onKeyDown,
    selectAll: () => set(ids, true),
    selectNone: () => setChosen(new Set()),
    leave: (left: readonly string[]) => set(left, false),
  }
}

export type Selection = ReturnType<typeof useSelection>
