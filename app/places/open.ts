import { type NameCity, openOffline } from '../../adapters/geocoders/offline.ts'
import type { Geocoder } from '../../core/geo/geocoder.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { openPlaceEngine, type PlaceEngine } from '../../db/places/engine.ts'
import { type FindPlace, openFindPlace } from './find.ts'

/** What finds public places: near a point by an index of the database, and by what they are called; and what cities are called. */
export type Places = { engine: PlaceEngine; find: FindPlace; nameCity: NameCity }

export type PlacesOptions = { sql: Sql; geocoder: Geocoder | undefined; logger: Logger }

/** @throws when the database has no extension for places: its migrations have not run */
export async function openPlaces({ sql, geocoder, logger }: PlacesOptions): Promise<Places> {
  const { find: offline, nameCity } = openOffline()
  return {
    engine: await openPlaceEngine(sql),
    find: openFindPlace({ sql, geocoder, offline, logger }),
    nameCity,
  }
}
