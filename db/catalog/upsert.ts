import type { ShippingAddress } from '../../core/member/shape.ts'
import type { Sneaker, Store } from '../../core/restock/shape.ts'
import type { Db } from '../client.ts'
import { storePlace } from '../places/place.ts'

/** Adds the sneaker, or renews the one with its style code. @returns the id it has here */
export async function upsertSneaker(db: Db, sneaker: Sneaker): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into app.sneaker ${db(sneaker, 'id', 'style_code', 'brand', 'name', 'colorway', 'retail_minor', 'currency')}
      on conflict (style_code) do update set brand = excluded.brand, name = excluded.name,
        colorway = excluded.colorway, retail_minor = excluded.retail_minor, currency = excluded.currency
      returning id`
  return row?.id ?? sneaker.id
}

export type NewStore = Omit<Store, 'city' | 'state'> & {
  url: string | null
  /** null, as its position: it is only in the web. */
  address: Omit<ShippingAddress, 'name'> | null
  /** IANA name of the shop's clock; without it UTC. */
  time_zone?: string
}

/** Adds the store, or renews the one with its slug. @returns the id it has here */
export async function upsertStore(db: Db, { address, ...store }: NewStore): Promise<string> {
  const row = { time_zone: 'UTC', ...store, address: address && db.json(address) }
  const [kept] = await db<{ id: string }[]>`
    insert into app.store ${db(row, 'id', 'slug', 'name', 'url', 'address', 'latitude', 'longitude', 'time_zone')}
      on conflict (slug) do update set name = excluded.name, url = excluded.url, address = excluded.address,
        latitude = excluded.latitude, longitude = excluded.longitude, time_zone = excluded.time_zone
      returning id`
  const id = kept?.id ?? store.id
  await storePlace(db, id)
  return id
}
