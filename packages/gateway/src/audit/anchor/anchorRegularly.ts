import type { Store } from '../../store/port.ts'
import type { Anchor } from './port.ts'

export type AnchorRegularlyOptions = {
  store: Store
  anchor: Anchor
  everyMs: number
  /** Told when heads could not be anchored; they are with the next ones. */
  onFault(error: unknown): void
}

export type Anchoring = {
  /** Anchors what has changed since the last time. Never rejects. */
  anchorNow(): Promise<void>
  /** Anchors a last time and stops. */
  close(): Promise<void>
}

/** Anchors the heads that have moved, again and again. */
export function anchorRegularly({ store, anchor, everyMs, onFault }: AnchorRegularlyOptions): Anchoring {
  const anchored = new Map<string, string>()
  let last = Promise.resolve()

  async function anchorMoved(): Promise<void> {
    const heads = await store.query<{ tenant_id: string; signed: string }>(
      'select tenant_id, signed from lakefront.audit_head order by tenant_id',
    )
    const moved = heads.filter(({ tenant_id, signed }) => anchored.get(tenant_id) !== signed)
    if (moved.length === 0) return
    await anchor.write(moved.map(({ signed }) => signed))
    for (const { tenant_id, signed } of moved) anchored.set(tenant_id, signed)
  }

  /** One after the other, so that no line is written twice. */
  function anchorNow(): Promise<void> {
    last = last.then(anchorMoved).catch(onFault)
    return last
  }

  void anchorNow()
  const timer = setInterval(anchorNow, everyMs)
  timer.unref()
  return {
    anchorNow,
    async close() {
      clearInterval(timer)
      await anchorNow()
    },
  }
}
