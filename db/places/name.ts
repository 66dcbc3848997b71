import type { Db } from '../client.ts'

/** What most stores of the cell call their city; undefined where there is no store. */
export async function cityName(db: Db, city: string): Promise<string | undefined> {
  const [row] = await db<{ name: string }[]>`
    select mode() within group (order by s.address ->> 'city') as name
    from app.store_place p join app.store s on s.id = p.store_id
    where p.city = ${city} having count(*) > 0`
  return row?.name
}

/** A street is called by its store that was here first, and its city. */
export async function streetName(db: Db, street: string): Promise<string | undefined> {
  const [row] = await db<{ name: string }[]>`
    select s.name || ', ' || (s.address ->> 'city') as name
    from app.store_place p join app.store s on s.id = p.store_id
    where p.street = ${street} order by s.created_at, s.id limit 1`
  return row?.name
}
