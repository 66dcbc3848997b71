import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { formatMoney } from '../../core/format-money.ts'
import type { Release } from '../../core/release/shape.ts'
import { placeWords } from '../../core/restock/place.ts'
import { releaseWords } from '../ui/messages/release.en.ts'

/** How often a subscriber may look again, seconds. */
const AGAIN_SECONDS = 3600

function detailsOf({ kind, price_minor, currency, evidence }: Release): string {
  const price = price_minor === null || currency === null ? [] : [formatMoney(price_minor, currency)]
  return [releaseWords[kind], ...price, ...(evidence ? [`According to ${evidence}`] : [])].join('\n')
}

function addEvent(calendar: ICalCalendar, release: Release, origin: string): void {
  const { id, sneaker, store, precision, day, drop_slug, cancelled, revision, updated_at } = release
  const changed = new Date(updated_at)
  calendar.createEvent({
    // A UUID is globally unique by itself (RFC 7986, 5.3).
    id,
    // Without an end: a whole day, or a moment (RFC 5545, 3.6.1).
    ...(precision === 'date' ? { start: day, allDay: true } : { start: new Date(release.releases_at) }),
    summary: `${sneaker.brand} ${sneaker.name} (${sneaker.colorway})`,
    description: detailsOf(release),
    location: store && placeWords(store),
    url: `${origin}/${drop_slug ? `drops/${drop_slug}` : `sneakers/${sneaker.id}`}`,
    categories: [{ name: releaseWords[release.kind] }],
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // A drop takes nobody's time.
    transparency: ICalEventTransparency.TRANSPARENT,
    sequence: revision,
    // Without a METHOD the stamp is when the event last changed (RFC 5545, 3.8.7.2): the same releases are the same text.
    stamp: changed,
    lastModified: changed,
  })
}

/**
 * Releases as an iCalendar (RFC 5545) to subscribe to. Hours are in UTC; where only a day was announced the event is
 * that whole day, wherever it is read.
 * @param origin of SNPD's pages, which the events lead to
 */
export function calendarOf(releases: readonly Release[], origin: string): string {
  const calendar = new ICalCalendar({
    name: 'SNPD releases',
    prodId: { company: 'SNPD', product: 'Releases', language: 'EN' },
    ttl: AGAIN_SECONDS,
  })
  for (const release of releases) addEvent(calendar, release, origin)
  return calendar.toString()
}
