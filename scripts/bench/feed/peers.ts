import type { Sql } from '../../../db/client.ts'

/** A look at the thirty newest posts around a point, as it is usually written. */
export type Peer = {
  name: string
  /** What it needs beside the column: an extension or an index. */
  prepare: readonly string[]
  look: (sql: Sql, at: { latitude: number; longitude: number }) => Promise<unknown>
}

const FIVE_MILES_M = 8_046.72
const seen = 'root_id is null and group_id is null and hidden_at is null'

const dwithin =
  (order: 'created_at' | 'id') =>
  (sql: Sql, { latitude, longitude }: { latitude: number; longitude: number }) =>
    sql`select id from app.post
    where st_dwithin(geog, st_setsrid(st_makepoint(${longitude}, ${latitude}), 4326)::geography, ${FIVE_MILES_M})
      and ${sql.unsafe(seen)}
    order by ${sql(order)} desc limit 30`

export const postgis: Peer = {
  name: 'PostGIS: ST_DWithin, order by created_at',
  prepare: ['create index if not exists post_geog on app.post using gist (geog)'],
  look: dwithin('created_at'),
}

/** The same with an index of the order to walk down, which suits it where much is near. */
export const postgisWalking: Peer = {
  name: 'PostGIS: ST_DWithin, order by id, with an index of ids',
  prepare: [],
  look: dwithin('id'),
}

export const earthdistance: Peer = {
  name: 'earthdistance: earth_box, order by created_at',
  prepare: [
    // Its functions find cube by the path, and migration 033 has put that into our schema.
    'set search_path = public, app',
    'create extension if not exists earthdistance',
    'create index if not exists post_earth on app.post using gist (ll_to_earth(latitude, longitude))',
  ],
  look: (sql, { latitude, longitude }) => sql`
    select id from app.post
    where earth_box(ll_to_earth(${latitude}, ${longitude}), ${FIVE_MILES_M}) @> ll_to_earth(latitude, longitude)
      and earth_distance(ll_to_earth(${latitude}, ${longitude}), ll_to_earth(latitude, longitude)) <= ${FIVE_MILES_M}
      and ${sql.unsafe(seen)}
    order by created_at desc limit 30`,
}
