import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One amount in every form in which a program might write it down. */
export type Sentinel = { amount: string; forms: readonly Buffer[] }

/** An amount with two decimals, as text and as the whole number of cents that databases and Arrow store. */
export function sentinelOf(amount: string): Sentinel {
  const cents = Buffer.alloc(8)
  cents.writeBigInt64LE(BigInt(amount.replace('.', '')))
  return { amount, forms: [Buffer.from(amount), Buffer.from(amount, 'utf16le'), cents] }
}

/** The same amount in the forms of a text only. */
export function asText({ amount, forms }: Sentinel): Sentinel {
  return { amount, forms: forms.slice(0, 2) }
}

/** Makes a search that names the first sentinel which bytes hold, in one pass over them however many it looks for. */
export function searchFor(sentinels: readonly Sentinel[]): (bytes: Buffer) => string | undefined {
  const all = sentinels.flatMap(({ amount, forms }) => forms.map((form) => ({ amount, form })))
  const byHead = Map.groupBy(all, ({ form }) => form.readInt32LE())
  return (bytes) => {
    let head = 0
    for (let end = 0; end < bytes.length; end++) {
      head = (head >>> 8) | (bytes[end]! << 24)
      const start = end - 3
      const found = byHead.get(head)?.find(({ form }) => form.equals(bytes.subarray(start, start + form.length)))
      if (found) return found.amount
    }
    return undefined
  }
}

/** Every file below a folder with what is in it. A file that is gone meanwhile holds nothing. */
export async function readFiles(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const contents = paths.map(async (path) => [path, await readFile(path).catch(() => Buffer.alloc(0))] as const)
  return new Map(await Promise.all(contents))
}
