import type { Position } from '../../core/cell/disk.ts'
import { chordOf, EARTH_M, earthPoint } from '../../core/geo/earth.ts'
import type { Db, Sql } from '../client.ts'

/** Tables with `latitude`, `longitude` and `spot`: public places, and what goes on at them. */
const tables = ['store', 'happening'] as const
export type PlacesOf = (typeof tables)[number]

/**
 * What finds places near a point by an index. Both kinds find the same places in the same order: how far is one formula here,
 * and an index only says where to look.
 */
export type PlaceEngine = {
  name: 'cube' | 'postgis'
  /** Whether a row of `table` is no farther away. */
  within: (db: Db, table: PlacesOf, around: Around) => ReturnType<Sql>
  /** What the nearest come first by; an index reads it in this order. */
  nearness: (db: Db, table: PlacesOf, from: Position) => ReturnType<Sql>
}
export type Around = { from: Position; metres: number }

/** An index may look a little farther than asked, never less far: doubles are not exact. */
const SLACK = 1 + 1e-6
const METRE = 1

/** Great-circle distance by haversine on the mean sphere, metres. */
export function metresFrom(db: Db, table: PlacesOf, { latitude, longitude }: Position) {
  const [lat, lng] = [db(`${table}.latitude`), db(`${table}.longitude`)]
  return db`(${2 * EARTH_M}::float8 * asin(least(1, sqrt(
    sin(radians(${lat} - ${latitude}::float8) / 2) ^ 2
      + cos(radians(${latitude}::float8)) * cos(radians(${lat})) * sin(radians(${lng} - ${longitude}::float8) / 2) ^ 2))))`
}

/** By points in space, with `cube` of Postgres' own contrib. @param schema where that extension is */
function cubeEngine(schema: string): PlaceEngine {
  const pointOf = (db: Db, from: Position) =>
    db`${`(${earthPoint(from).join(',')})`}::text::${db(schema)}.cube`
  return {
    name: 'cube',
    within: (db, table, { from, metres }) => {
      const half = chordOf(metres) * SLACK + METRE
      const box = db`${db(schema)}.cube_enlarge(${pointOf(db, from)}, ${half}::float8, 3)`
      return db`(${db(`${table}.spot`)} operator(${db(schema)}.<@) ${box}
        and ${metresFrom(db, table, from)} <= ${metres}::float8)`
    },
    nearness: (db, table, from) =>
      db`${db(`${table}.spot`)} operator(${db(schema)}.<->) ${pointOf(db, from)}`,
  }
}

/** By PostGIS' geography, on its sphere. @param schema where that extension is */
function postgisEngine(schema: string): PlaceEngine {
  const pointOf = (db: Db, { latitude, longitude }: Position) =>
    db`${`SRID=4326;POINT(${longitude} ${latitude})`}::text::${db(schema)}.geography`
  return {
    name: 'postgis',
    within: (db, table, { from, metres }) => {
      const reach = metres * SLACK + METRE
      return db`(${db(schema)}.st_dwithin(${db(`${table}.geog`)}, ${pointOf(db, from)}, ${reach}::float8, false)
        and ${metresFrom(db, table, from)} <= ${metres}::float8)`
    },
    nearness: (db, table, from) =>
      db`${db(`${table}.geog`)} operator(${db(schema)}.<->) ${pointOf(db, from)}`,
  }
}

async function schemaOf(db: Db, extension: string): Promise<string | undefined> {
  const [row] = await db<{ schema: string }[]>`
    select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    where e.extname = ${extension}`
  return row?.schema
}

/** Gives each table its geography and the index of it, where it has none: PostGIS may have come after the tables. */
async function addGeography(sql: Sql, schema: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('snpd.geography'))`
    for (const table of tables) {
      const [there] = await tx`
        select 1 from pg_attribute where attrelid = ${`app.${table}`}::regclass and attname = 'geog'`
      if (there) continue
      await tx`alter table ${tx(`app.${table}`)} add column geog ${tx(schema)}.geography generated always as (
        (${tx(schema)}.st_setsrid(${tx(schema)}.st_makepoint(longitude, latitude), 4326))::${tx(schema)}.geography) stored`
      await tx`create index ${tx(`${table}_geog`)} on ${tx(`app.${table}`)} using gist (geog)`
    }
  })
}

/**
 * The engine of this database: PostGIS where an operator has installed it, else `cube`, which the migrations bring.
 * @param wanted by its name; for tests
 */
export async function openPlaceEngine(sql: Sql, wanted?: PlaceEngine['name']): Promise<PlaceEngine> {
  const postgis = wanted === 'cube' ? undefined : await schemaOf(sql, 'postgis')
  if (postgis !== undefined) {
    await addGeography(sql, postgis)
    return postgisEngine(postgis)
  }
  const cube = await schemaOf(sql, 'cube')
  if (wanted === 'postgis' || cube === undefined)
    throw new Error('the database lacks the extension for places')
  return cubeEngine(cube)
}
