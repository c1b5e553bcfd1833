import type { GridPosition } from '../focus/moveInGrid.ts'

export type DraggedOver = { start: GridPosition; head: GridPosition }

/** Pixels scrolled in a frame for each pixel that the pointer is beyond the edge. */
const speed = 0.4

/**
 * Follows the pointer over cells from where it was pressed until it is let go. Beyond an edge the table scrolls, faster
 * the further out. A press that stays in its cell is no drag, unless Shift was held.
 */
export function dragOverCells(pressed: PointerEvent, onOver: (over: DraggedOver) => void): void {
  const scroller = (pressed.target as HTMLElement).closest<HTMLElement>('[data-scroller]')
  const start = positionOf(pressed.target as Element)
  if (!scroller || !start || start.row < 0) return
  let pointer = { x: pressed.clientX, y: pressed.clientY }
  let head = pressed.shiftKey ? undefined : start
  let frame = 0

  function follow() {
    if (!scroller || !start) return
    const over = cellNear(scroller, pointer)
    if (!over || (over.row === head?.row && over.column === head.column)) return
    head = over
    onOver({ start, head: over })
  }
  function move(event: PointerEvent) {
    pointer = { x: event.clientX, y: event.clientY }
    follow()
    if (frame === 0) frame = requestAnimationFrame(scroll)
  }
  function scroll() {
    frame = 0
    if (!scroller) return
    const { x, y } = beyond(scroller.getBoundingClientRect(), pointer)
    if (x === 0 && y === 0) return
    scroller.scrollBy(x * speed, y * speed)
    follow()
    frame = requestAnimationFrame(scroll)
  }
  const following = new AbortController()
  const end = () => {
    cancelAnimationFrame(frame)
    following.abort()
  }
  const { signal } = following
  window.addEventListener('pointermove', move, { signal })
  for (const type of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(type, end, { signal })
  if (pressed.shiftKey) follow()
}

function beyond(rect: DOMRect, { x, y }: { x: number; y: number }) {
  return {
    x: Math.min(x - rect.left, 0) + Math.max(x - rect.right, 0),
    y: Math.min(y - rect.top, 0) + Math.max(y - rect.bottom, 0),
  }
}

/** The cell under the pointer, or the one at the edge that is nearest to it. */
function cellNear(scroller: HTMLElement, pointer: { x: number; y: number }): GridPosition | undefined {
  const body = scroller.getBoundingClientRect()
  const head = scroller.querySelector('thead')?.getBoundingClientRect().height ?? 0
  const foot = scroller.querySelector('tfoot')?.getBoundingClientRect().height ?? 0
  const x = clamp(pointer.x, body.left + 2, body.left + scroller.clientWidth - 2)
  const y = clamp(pointer.y, body.top + head + 2, body.top + scroller.clientHeight - foot - 2)
  const under = scroller.ownerDocument.elementsFromPoint(x, y).find((element) => scroller.contains(element))
  const position = under && positionOf(under)
  return position && position.row >= 0 ? position : undefined
}

/** The place of the cell that an element is in. */
function positionOf(element: Element): GridPosition | undefined {
  const cell = element.closest('td, th')
  const target = cell?.matches('[data-row]') ? cell : cell?.querySelector('[data-row]')
  if (!(target instanceof HTMLElement)) return undefined
  return { row: Number(target.dataset.row), column: Number(target.dataset.column) }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
