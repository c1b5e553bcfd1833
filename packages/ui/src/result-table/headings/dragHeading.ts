/** Where a heading would be put: beside the column at an index. */
export type DropPlace = { index: number; where: 'before' | 'after' }

type DragHandlers = {
  onOver(place: DropPlace | undefined): void
  /** Let go at a place; `undefined` where there is none, or when it was given up with Escape. */
  onDrop(place: DropPlace | undefined): void
}

/** Nearer than this, a press is a press. */
const leastDrag = 6

/** Follows a heading from where it was pressed to where it is let go. */
export function dragHeading(pressed: PointerEvent, heading: HTMLElement, { onOver, onDrop }: DragHandlers): void {
  const following = new AbortController()
  const listen = { signal: following.signal, capture: true }
  let dragging = false
  let place: DropPlace | undefined

  function move({ clientX, clientY }: PointerEvent) {
    if (!dragging && Math.abs(clientX - pressed.clientX) < leastDrag) return
    if (!dragging) heading.setPointerCapture(pressed.pointerId)
    dragging = true
    place = placeAt(heading, clientX, clientY)
    onOver(place)
  }
  function end(dropped: boolean) {
    following.abort()
    if (!dragging) return
    swallowClick()
    onDrop(dropped ? place : undefined)
  }
  function giveUp(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    end(false)
  }
  window.addEventListener('pointermove', move, listen)
  window.addEventListener('pointerup', () => end(true), listen)
  window.addEventListener('pointercancel', () => end(false), listen)
  window.addEventListener('keydown', giveUp, listen)
}

/** The click that ends a drag is not one that sorts. */
function swallowClick() {
  const swallow = (click: Event) => click.stopPropagation()
  window.addEventListener('click', swallow, true)
  setTimeout(() => window.removeEventListener('click', swallow, true), 0)
}

/** The heading under the pointer, and on which half of it the pointer is as the language reads. */
function placeAt(from: HTMLElement, x: number, y: number): DropPlace | undefined {
  const row = from.closest('tr')
  const under = from.ownerDocument.elementsFromPoint(x, y).find((element) => row?.contains(element))
  const heading = under?.closest('th')
  const index = heading?.querySelector<HTMLElement>('[data-column]')?.dataset.column
  if (!heading || index === undefined) return undefined
  const { left, width } = heading.getBoundingClientRect()
  const rightToLeft = getComputedStyle(heading).direction === 'rtl'
  const isFirstHalf = x - left < width / 2 !== rightToLeft
  return { index: Number(index), where: isFirstHalf ? 'before' : 'after' }
}
