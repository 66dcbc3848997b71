import { Final } from '../../core/errors.ts'
import type { Photo } from '../../core/photo/shape.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { lockMember } from '../members/lock.ts'
import { addPhoto, type NewPhoto } from '../photos/add.ts'
import { inTransaction } from '../transaction.ts'

type Witness = { restockId: string; memberId: string }

/** Photos of one restock by one member, and in all. */
const EACH = 3
const ALL = 12

/**
 * Whether this member was there: only who reported or confirmed a restock shows it.
 * @throws Final `restock.not-found`, `photo.not-witness`
 */
export async function requireWitness(db: Db, { restockId, memberId }: Witness): Promise<void> {
  const [found] = await db<{ witness: boolean }[]>`
    select r.reported_by is not distinct from ${memberId}::uuid
      or exists (select from app.restock_confirmation c where c.restock_id = r.id and c.member_id = ${memberId}) as witness
    from app.restock r where r.id = ${restockId}`
  if (!found)
    throw new Final({
      code: 'restock.not-found',
      message: 'There is no such restock.',
      fix: 'Look at the list.',
    })
  if (!found.witness)
    throw new Final({
      code: 'photo.not-witness',
      message: 'You neither reported nor confirmed this restock.',
      fix: 'Confirm it first, if you saw it.',
    })
}

/** Under the restock's lock. */
async function requireRoom(tx: Db, { restockId, memberId }: Witness): Promise<void> {
  await tx`select 1 from app.restock where id = ${restockId} for no key update`
  const [row] = await tx<{ all: number; mine: number }[]>`
    select count(*)::int as all, (count(*) filter (where p.member_id = ${memberId}))::int as mine
    from app.restock_photo r join app.photo p on p.id = r.photo_id where r.restock_id = ${restockId}`
  if (!row || (row.all < ALL && row.mine < EACH)) return
  throw new Final({
    code: 'photo.too-many',
    message: `A restock has ${EACH} photos of each member at most, and ${ALL} in all.`,
    fix: 'Keep the others for the next one.',
  })
}

/**
 * Adds a photo to a restock, in one transaction.
 * @throws Final `restock.not-found`, `photo.not-witness`, `photo.too-many`, `auth.required` of a member who has left
 */
export async function addRestockPhoto(
  sql: Sql,
  { restockId, ...photo }: NewPhoto & { restockId: string },
): Promise<Photo> {
  const witness = { restockId, memberId: photo.memberId }
  return inTransaction(sql, async (tx) => {
    await lockMember(tx, photo.memberId)
    await requireWitness(tx, witness)
    await requireRoom(tx, witness)
    const added = await addPhoto(tx, photo)
    await tx`insert into app.restock_photo (restock_id, photo_id) values (${restockId}, ${added.id})`
    await notifyApp(tx, { kind: 'restock', restock_id: restockId })
    return added
  })
}
