import type { Tool } from '../tool.ts'
import { resultToMarkdown } from './toMarkdown.ts'

/** Pages through a live result, for peers that do not read the Arrow stream. */
export const fetchRows: Tool<'fetch_rows'> = {
  name: 'fetch_rows',
  title: 'Fetch rows of a result',
  description:
    'Returns a page of a result by the handle that ask or run_query gave. Handles expire after some minutes.',
  isRecorded: () => false,
  run: ({ handle, offset, limit }, { rooms, caller }) => rooms.results.page(handle, { caller, offset, limit }),
  toText: resultToMarkdown,
  resultOf: (page) => page,
}
