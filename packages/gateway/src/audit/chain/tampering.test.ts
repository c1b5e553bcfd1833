import { expect, test } from 'vitest'
import type { AuditBody } from '../types.ts'
import { createAuditKeys, trustKeys } from './auditKeys.ts'
import { canonicalJson, sha256 } from './canonicalJson.ts'
import { type ChainReport, checkChain } from './checkChain.ts'
import { beginning, type Place, type StoredEntry } from './checkLink.ts'
import { linkEntry } from './linkEntry.ts'
import { readHead, type SignedHead, signHead } from './signedHead.ts'

const auditKeys = createAuditKeys('a secret for tests that is long enough')
const keys = trustKeys([auditKeys.publicKeyPem])

const call = { callId: 'a call', tool: 'ask', caller: { userId: 'zoë', agentId: 'bot', roles: ['rep', 'émigré'] } }
const bodies: readonly AuditBody[] = [
  { kind: 'call-started', ...call, question: 'margin for “Zoë’s Bolts” 🔩?\u0000', inputs: { pageSize: '200' } },
  {
    kind: 'call-ended',
    ...call,
    status: 'answered',
    statements: [
      {
        source: 'crm',
        dialect: 'duckdb',
        sql: `select name from accounts where id = '#0011223344556677'`,
        tables: ['accounts'],
        columns: ['accounts.id', 'accounts.name'],
        startedAt: '2026-11-20T09:00:00.001Z',
        status: 'done',
        rowsOut: 3,
        bytesScanned: null,
      },
    ],
    lineage: [{ column: 'name', from: ['crm.accounts.name'] }],
    rowsShown: 3,
    cost: null,
    verdicts: { guard: 'allowed', budget: 'ok' },
    shownHash: sha256('what was shown'),
  },
  { kind: 'call-started', ...call, callId: 'another', inputs: {} },
  {
    kind: 'effect-ended',
    ...call,
    callId: 'a request',
    approval: { requestId: 'a request', shownHash: sha256('an effect'), state: 'done', decisions: [] },
  },
  { kind: 'rows-ended', ...call, statements: [], actual: { bytesScanned: 1, costUsd: 0.5 } },
]

const recordedAt = '2026-11-20T09:00:00.000Z'

/** The chain that a tenant's entries make, each following the one before it. */
function chainOf(tenantId: string, after: Place = beginning, from: readonly AuditBody[] = bodies): StoredEntry[] {
  let previous = after
  return from.map((body) => {
    const stored = linkEntry({ tenantId, previous, body, recordedAt })
    previous = stored
    return stored
  })
}

const tenantId = 'erie'
const chain = chainOf(tenantId)
const headOf = (place: Place) => canonicalJson(signHead({ ...place, tenantId }, auditKeys))
const signed = headOf(chain.at(-1)!)
const anchorAt = (count: number): SignedHead => readHead(headOf(chain[count - 1]!), keys)!

type Changed = { entries?: readonly StoredEntry[]; signed?: string | undefined; anchors?: readonly SignedHead[] }

function check({ entries = chain, anchors = [], ...changed }: Changed = {}): Promise<ChainReport> {
  return checkChain({ tenantId, entries, signed: 'signed' in changed ? changed.signed : signed, anchors, keys })
}

async function firstBroken(changed: Changed): Promise<number | undefined> {
  return (await check(changed)).broken?.sequence
}

/** As they are read: in the order of their places, whatever they say themselves. */
const placed = (entries: readonly StoredEntry[]) => entries.map((entry, index) => ({ ...entry, sequence: index + 1 }))
const replaced = (at: number, change: Partial<StoredEntry>) =>
  chain.map((stored, index) => (index === at ? { ...stored, ...change } : stored))
const places = chain.map((_stored, index) => index)

/** Every text that differs from this one by one bit of its UTF-8 form. */
function* everyFlip(text: string): Generator<string, void, void> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[at]! ^= 1 << bit
      yield flipped.toString()
    }
  }
}

function permutations<Value>(values: readonly Value[]): Value[][] {
  if (values.length < 2) return [[...values]]
  return values.flatMap((value, index) => permutations(values.toSpliced(index, 1)).map((rest) => [value, ...rest]))
}

test('default: a chain that nobody touched holds', async () => {
  expect(await check({ anchors: [anchorAt(2), anchorAt(5)] })).toEqual({ tenantId, entryCount: 5 })
})

test('behavior: every bit of every entry and of every hash counts, and the entry is named', async () => {
  let flips = 0
  for (const at of places) {
    for (const column of ['entry', 'hash'] as const) {
      for (const flipped of everyFlip(chain[at]![column])) {
        flips += 1
        expect(await firstBroken({ entries: replaced(at, { [column]: flipped }) })).toBe(at + 1)
      }
    }
  }
  const bytes = chain.map(({ entry, hash }) => Buffer.byteLength(entry + hash)).reduce((sum, each) => sum + each)
  expect(flips).toBe(bytes * 8)
}, 60_000)

test('behavior: every bit of the signed end counts', async () => {
  for (const flipped of everyFlip(signed)) expect(await firstBroken({ signed: flipped })).toBe(6)
  expect(await firstBroken({ signed: ` ${signed}` })).toBe(6)
  expect(await firstBroken({ signed: undefined })).toBe(6)
}, 60_000)

test('behavior: an entry that was changed with its hash breaks the one after it', async () => {
  for (const at of places) {
    const entry = canonicalJson({ ...JSON.parse(chain[at]!.entry), tool: 'forged' })
    expect(await firstBroken({ entries: replaced(at, { entry, hash: sha256(entry) }) })).toBe(at + 2)
  }
})

test('behavior: a chain that was linked anew from any entry on is found by its signature, and its anchor names where', async () => {
  for (const at of places) {
    const forged = bodies.map((body, index) => (index === at ? { ...body, tool: 'forged' } : body))
    const entries = chainOf(tenantId, beginning, forged)
    expect(await firstBroken({ entries })).toBe(6)
    for (const anchored of places.slice(at)) {
      expect(await firstBroken({ entries, anchors: [anchorAt(anchored + 1)] })).toBe(anchored + 1)
    }
  }
})

test('behavior: any run of entries that is gone, with or without moving the rest up', async () => {
  for (const from of places) {
    for (const count of places.slice(from).map((_place, index) => index + 1)) {
      const entries = chain.toSpliced(from, count)
      expect(await firstBroken({ entries })).toBe(from + 1)
      expect(await firstBroken({ entries: placed(entries) })).toBe(from + 1)
    }
  }
})

test('behavior: any other order of the entries', async () => {
  const others = permutations(chain).filter((entries) => entries.some((entry, index) => entry !== chain[index]))
  expect(others).toHaveLength(119)
  for (const entries of others) {
    const moved = entries.findIndex((entry, index) => entry !== chain[index])
    expect(await firstBroken({ entries: placed(entries) })).toBe(moved + 1)
  }
})

test('behavior: an entry inserted anywhere: one of the chain again, or a new one that follows properly', async () => {
  for (const at of [...places, chain.length]) {
    const previous = at === 0 ? beginning : chain[at - 1]!
    const copies = chain.map((copy) => [copy, copy === chain[at] ? at + 2 : at + 1] as const)
    const [forged] = chainOf(tenantId, previous, [{ kind: 'call-started', ...call, question: 'forged', inputs: {} }])
    for (const [inserted, found] of [...copies, [forged!, at + 2] as const]) {
      expect(await firstBroken({ entries: placed(chain.toSpliced(at, 0, inserted)) })).toBe(found)
    }
  }
})

test('behavior: a tail that is cut is found by the signed end, and with an older end by any later anchor', async () => {
  for (const kept of places) {
    const entries = chain.slice(0, kept)
    expect(await firstBroken({ entries })).toBe(kept + 1)
    const older = kept === 0 ? undefined : headOf(chain[kept - 1]!)
    for (const anchored of places.slice(kept)) {
      expect(await firstBroken({ entries, signed: older, anchors: [anchorAt(anchored + 1)] })).toBe(kept + 1)
    }
  }
})

test('behavior: an entry that changes places with the same one of another tenant', async () => {
  const foreign = chainOf('akron')
  for (const at of places) {
    expect(await firstBroken({ entries: replaced(at, foreign[at]!) })).toBe(at + 1)
    const entry = canonicalJson({
      ...JSON.parse(foreign[at]!.entry),
      previousHash: JSON.parse(chain[at]!.entry).previousHash,
    })
    const report = await check({ entries: replaced(at, { entry, hash: sha256(entry) }) })
    expect(report.broken).toEqual({ sequence: at + 1, problem: 'it belongs to the tenant akron' })
  }
  expect(await firstBroken({ entries: foreign })).toBe(1)
})
