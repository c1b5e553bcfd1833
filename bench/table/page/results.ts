import type { Client } from '@lakefront/client'

type ResultPage = Parameters<Client['openResult']>[0]

/** Where the rows are served, from the page's own address. */
export const rowsUrl = new URLSearchParams(location.search).get('rows')!

/** A result before its first row, as an answer would name it. */
export async function resultOf(name: string): Promise<ResultPage> {
  const columns: ResultPage['columns'] = await (await fetch(`${rowsUrl}/columns/${name}`)).json()
  return {
    handle: name,
    columns,
    rows: [],
    offset: 0,
    rowCount: null,
    truncated: false,
    complete: false,
    url: `/results/${name}`,
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  }
}
