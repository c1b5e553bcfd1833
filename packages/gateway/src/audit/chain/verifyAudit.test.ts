import { describe, expect, test } from 'vitest'
import { openSuiteStore } from '../../testing/suiteStore.ts'
import { testStores } from '../../testing/testStores.ts'
import type { AuditBody } from '../types.ts'
import { createAuditKeys, trustKeys } from './auditKeys.ts'
import { canonicalJson, sha256 } from './canonicalJson.ts'
import { createAuditLog } from './createAuditLog.ts'
import { verifyAudit } from './verifyAudit.ts'

const keys = createAuditKeys('a secret for tests that is long enough')
const stranger = createAuditKeys('the secret of somebody else altogether')
const trusted = trustKeys([keys.publicKeyPem])

const entry = (question: string): AuditBody => ({
  kind: 'call-started',
  callId: `call ${question}`,
  tool: 'ask',
  caller: { userId: 'zoe', roles: ['rep'] },
  question,
  inputs: {},
})

describe.each(testStores)('%s', (_kind, make) => {
  const store = openSuiteStore(make)
  let tenants = 0

  /** A chain of five entries that nobody else has, and what somebody who owns the database can do to it. */
  async function write(count = 5) {
    const tenantId = `tenant ${++tenants}`
    const log = createAuditLog({ store, keys })
    for (let index = 1; index <= count; index++) await log.append(tenantId, entry(`question ${index}`))
    const [head] = await store.query<{ signed: string }>(
      'select signed from lakefront.audit_head where tenant_id = $1',
      [tenantId],
    )
    return {
      tenantId,
      log,
      anchor: head!.signed,
      async verify(anchors: readonly string[] = []) {
        const reports = await verifyAudit({ store, keys: trusted, anchors })
        return reports.find((report) => report.tenantId === tenantId)
      },
      tamper: (...statements: readonly string[]) =>
        store.transaction(async (transaction) => {
          await transaction.query('alter table lakefront.audit_entry disable trigger user')
          for (const statement of statements) await transaction.query(statement, [tenantId])
          await transaction.query('alter table lakefront.audit_entry enable trigger user')
        }),
      entryAt: async (sequence: number) =>
        (
          await store.query<{ entry: string; hash: string }>(
            'select entry, hash from lakefront.audit_entry where tenant_id = $1 and sequence = $2::bigint',
            [tenantId, String(sequence)],
          )
        )[0]!,
    }
  }

  test('default: a chain that nobody touched holds, to its end and its anchors', async () => {
    const { verify, anchor, tenantId } = await write()
    expect(await verify([anchor])).toEqual({ tenantId, entryCount: 5 })
  })

  test('behavior: entries are only ever added', async () => {
    const { tenantId } = await write(1)
    for (const change of [
      `update lakefront.audit_entry set hash = '' where tenant_id = $1`,
      'delete from lakefront.audit_entry where tenant_id = $1',
    ]) {
      await expect(store.query(change, [tenantId])).rejects.toThrow('only ever added')
    }
    await expect(store.query('truncate lakefront.audit_entry')).rejects.toThrow('only ever added')
  })

  test('behavior: many at once make one chain', async () => {
    const { tenantId, log, verify } = await write(1)
    await Promise.all(Array.from({ length: 30 }, (_, index) => log.append(tenantId, entry(`at once ${index}`))))
    expect(await verify()).toEqual({ tenantId, entryCount: 31 })
  })

  test.each([
    [
      'an entry is changed',
      [`set entry = replace(entry, 'question 3', 'question 9') where sequence = 3`],
      3,
      'its content does not match',
    ],
    ['a hash is changed', [`set hash = repeat('0', 64) where sequence = 2`], 2, 'its content does not match'],
    [
      'blanks are added',
      [`set entry = ' ' || entry, hash = encode(sha256(convert_to(' ' || entry, 'UTF8')), 'hex') where sequence = 4`],
      4,
      'not canonical',
    ],
    [
      'an entry is changed with its hash',
      [
        `set entry = replace(entry, 'question 3', 'question 9'), hash = encode(sha256(convert_to(replace(entry, 'question 3', 'question 9'), 'UTF8')), 'hex') where sequence = 3`,
      ],
      4,
      'does not follow',
    ],
    [
      'two entries change places',
      [
        'set sequence = 99 where sequence = 2',
        'set sequence = 2 where sequence = 3',
        'set sequence = 3 where sequence = 99',
      ],
      2,
      'was written as entry 3',
    ],
    [
      'the last entry is changed with its hash',
      [
        `set entry = replace(entry, 'question 5', 'question 9'), hash = encode(sha256(convert_to(replace(entry, 'question 5', 'question 9'), 'UTF8')), 'hex') where sequence = 5`,
      ],
      6,
      'ends elsewhere',
    ],
  ])('behavior: found when %s', async (_case, changes, sequence, problem) => {
    const { verify, tamper } = await write()
    const statements = changes.map((change) => `update lakefront.audit_entry ${change} and tenant_id = $1`)
    await tamper(...statements)
    expect((await verify())?.broken).toMatchObject({ sequence, problem: expect.stringContaining(problem) })
  })

  test.each([1, 3, 5])('behavior: found when entry %i is deleted', async (sequence) => {
    const { verify, tamper } = await write()
    await tamper(`delete from lakefront.audit_entry where tenant_id = $1 and sequence = ${sequence}`)
    const { broken } = (await verify())!
    expect(broken?.sequence).toBe(sequence)
  })

  test('behavior: found when an entry is inserted, in the middle or at the end, with a proper hash', async () => {
    const { verify, tamper, entryAt, tenantId } = await write()
    const last = await entryAt(5)
    const forged = canonicalJson({ ...JSON.parse(last.entry), sequence: 6, previousHash: last.hash })
    await tamper(
      `insert into lakefront.audit_entry values ($1, 6, '${forged.replaceAll("'", "''")}', '${sha256(forged)}')`,
    )
    expect((await verify())?.broken).toEqual({
      sequence: 7,
      problem: 'the chain was signed up to entry 5, and ends elsewhere',
    })
    await tamper(
      'update lakefront.audit_entry set sequence = sequence + 10 where tenant_id = $1 and sequence > 2',
      `insert into lakefront.audit_entry select tenant_id, 3, entry, hash from lakefront.audit_entry where tenant_id = $1 and sequence = 16`,
      'update lakefront.audit_entry set sequence = sequence - 9 where tenant_id = $1 and sequence > 10',
    )
    expect((await verify())?.broken?.sequence).toBe(3)
    expect((await verify())?.tenantId).toBe(tenantId)
  })

  test('behavior: a tail that is cut with an older signed end is found by its anchor', async () => {
    const { verify, tamper, log, tenantId, anchor } = await write()
    await log.append(tenantId, entry('question 6'))
    const [newer] = await store.query<{ signed: string }>(
      'select signed from lakefront.audit_head where tenant_id = $1',
      [tenantId],
    )
    const quoted = anchor.replaceAll("'", "''")
    await tamper(
      'delete from lakefront.audit_entry where tenant_id = $1 and sequence > 5',
      `update lakefront.audit_head set sequence = 5, signed = '${quoted}' where tenant_id = $1`,
    )
    expect(await verify()).toEqual({ tenantId, entryCount: 5 })
    expect((await verify([anchor, newer!.signed]))?.broken).toEqual({
      sequence: 6,
      problem: 'the chain was anchored up to entry 6, and ends before',
    })
  })

  test('behavior: a chain that is gone altogether is found by its anchor', async () => {
    const { verify, tamper, anchor } = await write()
    await tamper(
      'delete from lakefront.audit_entry where tenant_id = $1',
      'delete from lakefront.audit_head where tenant_id = $1',
    )
    expect(await verify()).toBeUndefined()
    expect((await verify([anchor]))?.broken?.sequence).toBe(1)
  })

  test('behavior: a chain that was written anew from its first entry is found by its anchor, and by its signature', async () => {
    const { verify, tamper, anchor, tenantId } = await write()
    const rewrite = async (forger: typeof keys) => {
      await tamper(
        'delete from lakefront.audit_entry where tenant_id = $1',
        'delete from lakefront.audit_head where tenant_id = $1',
      )
      const log = createAuditLog({ store, keys: forger })
      for (let index = 1; index <= 5; index++) await log.append(tenantId, entry(`nicer question ${index}`))
    }
    await rewrite(stranger)
    expect((await verify())?.broken?.problem).toBe('the end of the chain is not signed by a trusted key')
    await rewrite(keys)
    expect((await verify([anchor]))?.broken).toEqual({
      sequence: 5,
      problem: 'another entry was anchored in its place',
    })
  })

  test('behavior: an anchor that somebody changed is named', async () => {
    const { anchor } = await write()
    const forged = anchor.replace('"sequence":5', '"sequence":4')
    const reports = await verifyAudit({ store, keys: trusted, anchors: [anchor, forged] })
    expect(reports.at(-1)?.broken?.problem).toBe('line 2 of the anchors is not signed by a trusted key')
  })
})
