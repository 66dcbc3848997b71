import { ICalCalendar, ICalEventStatus } from 'ical-generator'
import type { Happening } from '../../core/happening/shape.ts'
import { placeWords } from '../../core/restock/place.ts'
import { happeningWords } from '../ui/messages/en-map.ts'

/** How often a subscriber may look again, seconds. */
const AGAIN_SECONDS = 3600

/** The day of a moment on the clock of a place, 2026-05-09. */
const dayOf = (at: string, timeZone: string) => new Date(at).toLocaleDateString('sv-SE', { timeZone })

function spanOf({ starts_at, ends_at, whole_day, zone }: Happening) {
  if (whole_day) return { start: dayOf(starts_at, zone), allDay: true }
  return { start: new Date(starts_at), ...(ends_at && { end: new Date(ends_at) }) }
}

function addEvent(calendar: ICalCalendar, happening: Happening, origin: string): void {
  const { id, title, text, kind, store, place_name, latitude, longitude, revision } = happening
  const changed = new Date(happening.updated_at)
  calendar.createEvent({
    id,
    ...spanOf(happening),
    summary: title,
    description: [happeningWords[kind], ...(text ? [text] : [])].join('\n'),
    location: {
      title: store ? placeWords(store) : (place_name ?? ''),
      geo: { lat: latitude, lon: longitude },
    },
    url: origin + happening.path,
    categories: [{ name: happeningWords[kind] }],
    status: happening.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    sequence: revision,
    // Without a METHOD the stamp is when it last changed (RFC 5545, 3.8.7.2).
    stamp: changed,
    lastModified: changed,
  })
}

/**
 * What goes on as an iCalendar (RFC 5545), hours in UTC.
 * @param origin of SNPD's pages, which the events lead to
 */
export function happeningsCalendar(happenings: readonly Happening[], origin: string): string {
  const calendar = new ICalCalendar({
    name: 'SNPD events',
    prodId: { company: 'SNPD', product: 'Events', language: 'EN' },
    ttl: AGAIN_SECONDS,
  })
  for (const happening of happenings) addEvent(calendar, happening, origin)
  return calendar.toString()
}
