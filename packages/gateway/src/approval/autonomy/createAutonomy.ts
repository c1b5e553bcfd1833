import { createHash, randomUUID } from 'node:crypto'
import type { Autonomy, AutonomyLevel, AutonomyLimits, Simulation } from '@lakefront/contract'
import canonicalize from 'canonicalize'
import { GatewayError } from '../../errors.ts'
import type { Caller } from '../../results/port.ts'
import type { Store } from '../../store/port.ts'
import type { Policy } from '../policy/types.ts'
import { readPastRequests } from './pastRequests.ts'
import { simulate } from './simulate.ts'
import * as sql from './sql.ts'

export type Setting = { level: AutonomyLevel; limits: AutonomyLimits }

/** How much happens by itself at each tenant: what the configuration says, until an administrator sets it. */
export type AutonomyRoom = {
  /** The policy with the level and limits that hold now. */
  policyFor(tenantId: string): Promise<Policy>
  read(caller: Caller): Promise<Autonomy>
  /** @throws {GatewayError} `forbidden`; `record-changed` when another setting holds than the one it was made from. */
  set(caller: Caller, setting: Setting & { version: string }): Promise<Autonomy>
  /**
   * What a setting would have done with the requests of the last days.
   *
   * @throws {GatewayError} `forbidden`: it shows what everybody asked for.
   */
  simulate(caller: Caller, setting: Setting & { days: number }): Promise<Simulation>
}

export type AutonomyOptions = {
  store: Store
  /** As configured. */
  policy: Policy
  /** Roles that may set it. */
  administrators: readonly string[]
  /** Whose midnight ends a tenant's day. */
  timeZoneOf(tenantId: string): string
  now?: (() => Date) | undefined
}

type SettingRow = { level: string; limits: string; version: string; set_by: string; set_at: string }

const oneDayMs = 24 * 60 * 60_000

export function createAutonomy(options: AutonomyOptions): AutonomyRoom {
  const { store, policy, administrators, timeZoneOf, now = () => new Date() } = options
  const configured = { level: policy.level, limits: policy.limits as AutonomyLimits }
  const configuredVersion = createHash('sha256').update(canonicalize(configured)!).digest('hex').slice(0, 16)
  const mayChange = ({ roles }: Caller) => administrators.some((role) => roles.includes(role))

  async function settingOf(tenantId: string): Promise<Omit<Autonomy, 'mayChange'>> {
    const [row] = await store.query<SettingRow>(sql.readSetting, [tenantId])
    if (!row) return { ...configured, version: configuredVersion, setBy: null, setAt: null }
    const { version, set_by: setBy, set_at: setAt } = row
    return { level: row.level as AutonomyLevel, limits: JSON.parse(row.limits), version, setBy, setAt }
  }

  const read = async (caller: Caller) => ({
    ...(await settingOf(caller.tenantId)),
    mayChange: mayChange(caller),
  })

  async function policyFor(tenantId: string): Promise<Policy> {
    const { level, limits } = await settingOf(tenantId)
    return { ...policy, level, limits }
  }

  return {
    policyFor,
    read,
    async set(caller, { level, limits, version }) {
      if (!mayChange(caller)) throw forbidden(administrators)
      const written = [caller.tenantId, level, JSON.stringify(limits), randomUUID(), caller.userId, now().toISOString()]
      const rows =
        version === configuredVersion
          ? await store.query(sql.insertSetting, written)
          : await store.query(sql.updateSetting, [...written, version])
      if (rows.length === 0) throw changedMeanwhile()
      return read(caller)
    },
    async simulate(caller, { level, limits, days }) {
      const isApprover = decidersOf(policy)?.some((role) => caller.roles.includes(role)) ?? true
      if (!isApprover && !mayChange(caller)) throw forbidden([...(decidersOf(policy) ?? []), ...administrators])
      const to = now()
      const span = { from: new Date(to.getTime() - days * oneDayMs).toISOString(), to: to.toISOString() }
      const timeZone = timeZoneOf(caller.tenantId)
      const requests = await readPastRequests(store, { tenantId: caller.tenantId, timeZone, ...span })
      return { ...span, ...simulate(requests, { ...policy, level, limits }) }
    },
  }
}

/** Roles that decide at least on something; `undefined`: everybody does. */
function decidersOf({ approvers, rules }: Policy): readonly string[] | undefined {
  const lists = [approvers, ...rules.flatMap((rule) => rule.approvers ?? [])].map(({ roles }) => roles ?? [])
  return lists[0]?.length === 0 ? undefined : [...new Set(lists.flat())]
}

function forbidden(roles: readonly string[]): GatewayError {
  const who = roles.length > 0 ? `Only ${[...new Set(roles)].join(' or ')} may do this.` : 'Nobody may do this here.'
  return new GatewayError({ code: 'forbidden', message: who })
}

const changedMeanwhile = () =>
  new GatewayError({
    code: 'record-changed',
    message: 'Somebody has set this since it was shown. Nothing was changed; look at it again.',
  })
