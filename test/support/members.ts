import { randomBytes } from 'node:crypto'
import { uuidv7 } from '../../core/id.ts'
import { type Hex, toBytea } from '../../db/bytes.ts'
import type { Sql } from '../../db/client.ts'

export type TestMember = { id: string; username: string; wallet: Hex }

/** A wallet address that nobody has the key of. */
export function randomAddress(): Hex {
  return `0x${randomBytes(20).toString('hex')}`
}

/** A member with a linked wallet. */
export async function addMember(sql: Sql, username: string): Promise<TestMember> {
  const member = { id: uuidv7(), username, wallet: randomAddress() }
  await sql`insert into app.member (id, username) values (${member.id}, ${username})`
  await sql`insert into app.wallet (address, member_id) values (${toBytea(member.wallet)}, ${member.id})`
  return member
}

/** A sneaker and a store that restocks can be reported of. */
export async function addCatalog(sql: Sql): Promise<{ sneakerId: string; storeId: string }> {
  const [sneakerId, storeId] = [uuidv7(), uuidv7()]
  const address = { street: '1 Main St', city: 'Oakland', state: 'CA', zip_code: '94607', country: 'US' }
  await sql`insert into app.sneaker ${sql({
    id: sneakerId,
    style_code: `T-${sneakerId}`,
    brand: 'Marlow',
    name: 'Court 84',
    colorway: 'Chalk',
    retail_minor: 11_000,
    currency: 'USD',
  })}`
  await sql`insert into app.store (id, slug, name, address, latitude, longitude)
    values (${storeId}, ${`t-${storeId}`}, 'Test Store', ${sql.json(address)}, 37.8, -122.27)`
  return { sneakerId, storeId }
}

/** Opens the pool's connections, so that what starts at once runs at once and not in the order they open. */
export async function warmPool(sql: Sql): Promise<void> {
  await Promise.all(Array.from({ length: sql.options.max }, () => sql`select pg_sleep(0.05)`))
}
