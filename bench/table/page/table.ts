import { nextFrame, untilPainted } from '../../chromium/page/frames.ts'
import { type Scrolled, type ScrollOptions, scrollFrames } from '../../chromium/page/scrollFrames.ts'
import { type LongTasks, watchLongTasks } from '../../chromium/page/watchLongTasks.ts'
import { type Arranging, type ArrangingName, arrangings } from './arranging.ts'

/** One table, with what differs between the tables. */
export type Table = {
  /** Brings the rows of a result into the page, in the form that the table takes. Shows nothing. */
  load(result: string): Promise<void>
  /** Shows the rows that were loaded, or an empty table that rows can be added to. */
  show(): void
  hide(): void
  /** Adds what was loaded as `chunks`, a chunk a task. */
  append(): void
  /** Sorts, filters, groups or finds. */
  arrange(arranging: Arranging): Promise<void>
  scroller: string
}

/** What a page with one table can be asked. */
export type TablePage = {
  load(result: string): Promise<void>
  /** Milliseconds until the first cell is painted and the table knows every row. */
  mount(rowCount: number): Promise<number>
  hide(): Promise<void>
  /** Milliseconds until the last of the chunks is in the table. */
  append(rowCount: number): Promise<number>
  scroll(options: Omit<ScrollOptions, 'shows'>): Promise<Scrolled>
  /** Milliseconds until the rows in their new order are painted. */
  arrange(name: ArrangingName): Promise<{ timeMs: number; longTasks: LongTasks }>
}

// Both tables say in ARIA's words how many rows they have, and mark their cells.
const cell = '[role=gridcell]'
const grid = '[aria-rowcount]'

const isThere = (selector: string) => document.querySelector(selector) !== null

function holds(rowCount: number): boolean {
  return Number(document.querySelector(grid)?.getAttribute('aria-rowcount')) >= rowCount && isThere(cell)
}

/** Puts what is measured around a table. */
export function tablePage(table: Table): TablePage {
  async function timeUntilHeld(rowCount: number, start: () => void): Promise<number> {
    const startedAt = performance.now()
    start()
    await untilPainted(() => holds(rowCount))
    return performance.now() - startedAt
  }
  return {
    load: table.load,
    mount: (rowCount) => timeUntilHeld(rowCount, table.show),
    async hide() {
      table.hide()
      await untilPainted(() => !isThere(grid))
    },
    async append(rowCount) {
      table.show()
      await untilPainted(() => isThere(grid))
      return timeUntilHeld(rowCount, table.append)
    },
    async arrange(name) {
      await nextFrame()
      const longTasks = watchLongTasks()
      const startedAt = performance.now()
      await table.arrange(arrangings[name])
      const timeMs = performance.now() - startedAt
      return { timeMs, longTasks: await longTasks.end() }
    },
    scroll: (options) => scrollFrames(document.querySelector(table.scroller)!, { ...options, shows: cell }),
  }
}
