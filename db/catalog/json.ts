import type { Db } from '../client.ts'

/** `sneakerShape` from the row of app.sneaker that the query calls `sneaker`. */
export function sneakerJson(db: Db) {
  return db`json_build_object('id', sneaker.id, 'style_code', sneaker.style_code, 'brand', sneaker.brand,
    'name', sneaker.name, 'colorway', sneaker.colorway, 'retail_minor', sneaker.retail_minor,
    'currency', sneaker.currency)`
}

/** `storeShape` from the row of app.store that the query calls `store`. */
export function storeJson(db: Db) {
  return db`json_build_object('id', store.id, 'slug', store.slug, 'name', store.name,
    'city', store.address ->> 'city', 'state', store.address ->> 'state',
    'latitude', store.latitude, 'longitude', store.longitude)`
}
