import type { Box, Mark } from './marks.ts'

/** As far as a pointer may be from a point and still mean it. */
const reach = 32

/** The mark that a pointer means; `undefined` when it is near none. */
export function markAt(marks: readonly Mark[], x: number, y: number): number | undefined {
  const inside = marks.findIndex(({ boxes }) => boxes?.some((box) => contains(box, x, y)))
  if (inside !== -1) return inside
  let best: number | undefined
  let least = reach
  marks.forEach((mark, index) => {
    if (mark.boxes) return
    const distance = Math.hypot(mark.x - x, mark.y - y)
    if (distance <= least) [best, least] = [index, distance]
  })
  return best
}

const contains = (box: Box, x: number, y: number) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
