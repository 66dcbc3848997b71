import { cityOf } from '../../core/cell/cell.ts'
import type { Shown } from '../../core/group/standing.ts'
import { dayBefore, KEPT_DAYS } from '../../core/veil/keep.ts'
import type { Db } from '../client.ts'

type Row = {
  member_id: string
  wallets: number
  held: bigint
  earned: bigint
  tier: number | null
  expires_at: Date | null
  cells: string[]
  block: number
}

export type FactsOf = { memberIds: readonly string[]; now: Date }

/**
 * What members have to show at groups' gates. One statement, hence one block of the mirror for all of them; members who left
 * are not in it.
 */
export async function factsOf(db: Db, { memberIds, now }: FactsOf): Promise<Map<string, Shown>> {
  const rows = await db<Row[]>`
    select m.id as member_id, own.wallets, own.held, pass.tier, pass.expires_at,
      (select coalesce(sum(a.amount), 0) from app.award a join chain.award minted using (award_id)
        where a.member_id = m.id) as earned,
      array(select to_hex(c.cell) from app.member_cell c
        where c.member_id = m.id and c.seen >= ${dayBefore(now, KEPT_DAYS - 1)}) as cells,
      coalesce((select block_number from chain.cursor), 0)::float8 as block
    from app.member m
    cross join lateral (
      select count(*)::int as wallets, coalesce(sum(a.balance), 0) as held
      from app.wallet w left join chain.account a on a.address = w.address where w.member_id = m.id) own
    left join lateral (
      select tier, expires_at from (
        select distinct on (p.member_address) p.tier, p.expires_at
        from app.wallet w join chain.pass_purchase p on p.member_address = w.address where w.member_id = m.id
        order by p.member_address, p.block_number desc, p.log_index desc) latest
      where expires_at > ${now} order by tier desc, expires_at desc limit 1) pass on true
    where m.id = any(${[...memberIds]}::uuid[]) and m.deleted_at is null`
  return new Map(rows.map((row) => [row.member_id, toShown(row)]))
}

function toShown({ wallets, held, earned, tier, expires_at, cells, block }: Row): Shown {
  const pass = tier !== null && expires_at ? { tier, expiresAt: expires_at } : null
  return { block, facts: { wallets, held, earned, pass, cities: [...new Set(cells.map(cityOf))] } }
}
