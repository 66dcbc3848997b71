import { z } from 'zod'
import type { Geocoder, Said } from '../../core/geo/geocoder.ts'
import { SNPD_AGENT } from '../agent.ts'
import { type Answered, latitudeShape, longitudeShape, say } from './read.ts'

const DAY = 86_400
/** Between two requests of the whole installation, ms: far below its own limit, and no bill runs away. */
const REST_MS = 200

const answerShape = z.object({
  status: z.string(),
  results: z
    .array(
      z.object({ geometry: z.object({ location: z.object({ lat: latitudeShape, lng: longitudeShape }) }) }),
    )
    .default([]),
})

/** The statuses of the Geocoding API. */
function read(question: string, { status, json }: Answered): Said | undefined {
  if (status === 403) return { kind: 'stop', why: 'it answered 403: the key is refused' }
  const answer = status === 200 ? answerShape.safeParse(json) : undefined
  if (!answer?.success) return undefined
  const [first] = answer.data.results
  if (answer.data.status === 'ZERO_RESULTS') return { kind: 'found', spots: [] }
  if (answer.data.status === 'REQUEST_DENIED') return { kind: 'stop', why: 'it refuses the key' }
  if (answer.data.status !== 'OK' || !first)
    return { kind: 'later', ms: 60_000, why: `it said ${answer.data.status.slice(0, 40)}` }
  const { lat: latitude, lng: longitude } = first.geometry.location
  return { kind: 'found', spots: [{ label: question, latitude, longitude }] }
}

export type GoogleOptions = {
  key: string
  /** Base URL; Google's own by default. */
  url?: string
  timeoutMs?: number
}

/**
 * Google's Geocoding API. Its terms let latitude and longitude be kept for 30 days and no other content of it: what a place is
 * called stays what the asker called it. And what it finds may be shown on no map but Google's.
 */
export function openGoogle({
  key,
  url = 'https://maps.googleapis.com',
  timeoutMs = 8_000,
}: GoogleOptions): Geocoder {
  const base = url.replace(/\/+$/, '')
  return {
    name: 'google',
    id: `google ${base}`,
    licence: { text: 'Google Maps', url: 'https://cloud.google.com/maps-platform/terms' },
    onAnyMap: false,
    keep: { found: 30 * DAY, nothing: DAY },
    restMs: REST_MS,
    timeoutMs,
    find: (question) => {
      const address = new URL(`${base}/maps/api/geocode/json`)
      address.search = String(new URLSearchParams({ address: question, key, language: 'en' }))
      return say({ url: address, agent: SNPD_AGENT, timeoutMs }, (answer) => read(question, answer))
    },
  }
}
