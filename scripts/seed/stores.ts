import type { NewStore } from '../../db/catalog/upsert.ts'
import { seedId } from './id.ts'

type Place = [slug: string, name: string, street: string, city: string, state: string, zip: string]

/** The clock of each state that is used here. */
const zones: Readonly<Record<string, string>> = {
  NY: 'America/New_York',
  GA: 'America/New_York',
  IL: 'America/Chicago',
  LA: 'America/Chicago',
  CA: 'America/Los_Angeles',
}

function store(
  [slug, name, street, city, state, zip_code]: Place,
  latitude: number,
  longitude: number,
): NewStore {
  const address = { street, city, state, zip_code, country: 'US' }
  const time_zone = zones[state] ?? 'UTC'
  return { id: seedId(`store ${slug}`), slug, name, url: null, address, latitude, longitude, time_zone }
}

/** The store whose web shop is the simulated one. */
export const CORNER = 'corner-brooklyn'

/** Invented shops in real cities, where such a shop could be. */
export const demoStores: NewStore[] = [
  store([CORNER, 'Corner', '214 Wythe Ave', 'Brooklyn', 'NY', '11249'], 40.7195, -73.9613),
  store(
    ['second-lace-chicago', 'Second Lace', '1530 N Damen Ave', 'Chicago', 'IL', '60622'],
    41.9101,
    -87.6776,
  ),
  store(
    ['alameda-sole-la', 'Alameda Sole', '718 E 3rd St', 'Los Angeles', 'CA', '90013'],
    34.0463,
    -118.2365,
  ),
  store(
    ['peachtree-pairs', 'Peachtree Pairs', '88 Edgewood Ave SE', 'Atlanta', 'GA', '30303'],
    33.7545,
    -84.3832,
  ),
  store(
    ['foghorn-kicks', 'Foghorn Kicks', '1340 Haight St', 'San Francisco', 'CA', '94117'],
    37.7705,
    -122.4455,
  ),
  store(['bayou-court', 'Bayou Court', '2035 Magazine St', 'New Orleans', 'LA', '70130'], 29.9316, -90.0737),
]
