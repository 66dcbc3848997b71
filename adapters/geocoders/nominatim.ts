import { z } from 'zod'
import type { Geocoder, Said } from '../../core/geo/geocoder.ts'
import { SNPD_AGENT } from '../agent.ts'
import { type Answered, latitudeShape, longitudeShape, say } from './read.ts'

/** Of what is found, the likeliest. */
const MOST = 5
const DAY = 86_400

const answerShape = z
  .array(z.object({ display_name: z.string().min(1), lat: latitudeShape, lon: longitudeShape }))
  .transform((places) =>
    places.map(({ display_name, lat, lon }) => ({ label: display_name, latitude: lat, longitude: lon })),
  )

function read({ status, json }: Answered): Said | undefined {
  if (status === 403) return { kind: 'stop', why: 'it answered 403: we are not wanted there' }
  const found = status === 200 ? answerShape.safeParse(json) : undefined
  return found?.success ? { kind: 'found', spots: found.data } : undefined
}

export type NominatimOptions = {
  /** Base URL of a Nominatim server; its /search is asked. */
  url: string
  /** Where the operator is found: the User-Agent names it, as the usage policy of OpenStreetMap's server asks. */
  contact: string
  timeoutMs?: number
}

/**
 * Nominatim, kept to the usage policy of OpenStreetMap's own server whichever one it is: one request at a time and a second
 * between two, an identifying User-Agent, answers kept, no autocomplete, and an end when it says 403.
 */
export function openNominatim({ url, contact, timeoutMs = 8_000 }: NominatimOptions): Geocoder {
  const base = url.replace(/\/+$/, '')
  const agent = `${SNPD_AGENT} ${contact}`
  return {
    name: 'nominatim',
    id: `nominatim ${base} ${contact}`,
    licence: { text: '© OpenStreetMap contributors, ODbL', url: 'https://www.openstreetmap.org/copyright' },
    onAnyMap: true,
    keep: { found: 90 * DAY, nothing: 7 * DAY },
    restMs: 1_000,
    timeoutMs,
    find: (question) => {
      const address = new URL(`${base}/search`)
      address.search = String(new URLSearchParams({ q: question, format: 'jsonv2', limit: String(MOST) }))
      return say({ url: address, agent, timeoutMs }, read)
    },
  }
}
