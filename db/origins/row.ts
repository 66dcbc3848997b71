import type { Bucket } from '../../core/manners/budget.ts'
import type { OriginState } from '../../core/manners/entry.ts'
import type { RobotsCopy } from '../../core/manners/robots-copy.ts'
import type { Db } from '../client.ts'

export type OriginRow = OriginState & {
  lease: string | null
  robots: RobotsCopy | undefined
  /** The server's clock: every process reads the same one. Milliseconds since 1970. */
  now: number
}

type Row = {
  lease: string | null
  now: number
  until: number
  notBefore: number
  crawlDelayMs: number
  tokens: number
  countedAt: number
  robots: string | null
  robotsAt: number | null
}

/** The origin's row, locked until the transaction ends; undefined for one that nobody has asked for. */
export async function lockOrigin(tx: Db, origin: string): Promise<OriginRow | undefined> {
  const ms = (column: string) => tx`extract(epoch from ${tx(column)})::float8 * 1000`
  const [row] = await tx<Row[]>`
    select lease, ${ms('until')} as until, ${ms('not_before')} as "notBefore", crawl_delay_ms as "crawlDelayMs",
      tokens, ${ms('counted_at')} as "countedAt", robots, ${ms('robots_at')} as "robotsAt"
    from app.shop_origin where origin = ${origin} for update`
  if (!row) return undefined
  // Read once the row is locked: who waited for it must not judge by the time before.
  const [clock] = await tx<
    { now: number }[]
  >`select extract(epoch from clock_timestamp())::float8 * 1000 as now`
  const { lease, until, notBefore, crawlDelayMs, tokens, countedAt, robots: text, robotsAt } = row
  return {
    ...{ lease, isHeld: lease !== null, until, notBefore, crawlDelayMs, now: clock?.now ?? 0 },
    budget: { tokens, at: countedAt },
    robots: robotsAt === null ? undefined : { text, at: robotsAt },
  }
}

/** Writes down how many requests are left. */
export async function writeBudget(tx: Db, origin: string, { tokens, at }: Bucket): Promise<void> {
  await tx`
    update app.shop_origin set tokens = ${tokens}, counted_at = to_timestamp(${at / 1000}) where origin = ${origin}`
}
