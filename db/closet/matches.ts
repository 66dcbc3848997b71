import type { Sneaker } from '../../core/restock/shape.ts'
import { type Gives, matchesOf } from '../../core/trade/match.ts'
import type { Match } from '../../core/trade/shape.ts'
import { sneakerJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'

/** Suggestions at once, and who is looked at on each side of the member. */
const MOST = 20
const LOOKED_AT = 200

type Row = Omit<Gives, 'pair'> & { pair: string }

/** Members who keep out of each other's way are suggested to nobody together. */
function unblocked(db: Db) {
  return db`not exists (
    select from app.member_block b where b.kind = 'block'
      and ((b.member_id = h.member_id and b.other_id = w.member_id)
        or (b.member_id = w.member_id and b.other_id = h.member_id)))`
}

/** Everything that could lie on a way around through this member: what they give, what is given to them, and between. */
async function givesAround(db: Db, memberId: string): Promise<Row[]> {
  const gives = (where: ReturnType<typeof unblocked>) => db`
    select h.member_id as "from", w.member_id as "to", h.id as pair
    from app.closet_item h join app.closet_item w
      on w.side = 'want' and w.sneaker_id = h.sneaker_id and w.size = h.size and w.member_id <> h.member_id
    where h.side = 'have' and ${where} and ${unblocked(db)}`
  return db<Row[]>`
    with mine as (${gives(db`h.member_id = ${memberId}`)} order by h.id limit ${LOOKED_AT}),
      theirs as (${gives(db`w.member_id = ${memberId}`)} order by h.id limit ${LOOKED_AT})
    select * from mine union all select * from theirs union all
    (${gives(db`h.member_id in (select "to" from mine) and w.member_id in (select "from" from theirs)
      and h.member_id <> ${memberId} and w.member_id <> ${memberId}`)} order by h.id limit ${LOOKED_AT * 5})`
}

type Named = {
  id: string
  username: string
  size: string
  condition: 'new' | 'tried' | 'worn'
  sneaker: Sneaker
}

async function named(db: Db, pairs: readonly string[]): Promise<Map<string, Named>> {
  const rows = await db<Named[]>`
    select i.id, m.username, i.size, i.condition, ${sneakerJson(db)} as sneaker
    from app.closet_item i join app.member m on m.id = i.member_id
    join app.sneaker sneaker on sneaker.id = i.sneaker_id where i.id = any(${[...pairs]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

/** Swaps and rings of three that would give the member something that they want. At most 20. */
export async function suggestTrades(db: Db, memberId: string): Promise<Match[]> {
  const cycles = matchesOf(memberId, await givesAround(db, memberId), MOST)
  const pairs = await named(
    db,
    cycles.flatMap((cycle) => cycle.map(({ pair }) => pair)),
  )
  return cycles.flatMap((cycle) => {
    const found = cycle.flatMap(({ pair }) => pairs.get(pair) ?? [])
    if (found.length < cycle.length) return []
    const steps = found.map(({ id, username, sneaker, size, condition }, place) => ({
      ...{ item: id, from: username, to: found[(place + 1) % found.length]?.username ?? username },
      ...{ sneaker, size, condition },
    }))
    return [{ steps }]
  })
}
