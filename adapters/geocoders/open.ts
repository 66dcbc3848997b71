import type { Geocoder } from '../../core/geo/geocoder.ts'
import { openGoogle } from './google.ts'
import { openNominatim } from './nominatim.ts'

export type GeocoderSettings = { url: string | undefined; key: string | undefined; contact: string }

/** The service that is set: Google with a key, Nominatim with an address alone, none of them by default. */
export function openGeocoder({ url, key, contact }: GeocoderSettings): Geocoder | undefined {
  if (key) return openGoogle({ key, ...(url && { url }) })
  return url ? openNominatim({ url, contact }) : undefined
}
