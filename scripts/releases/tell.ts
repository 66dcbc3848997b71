import { formatMoney } from '../../core/format-money.ts'
import type { Release } from '../../core/release/shape.ts'

function hourOf({ releases_at, zone }: Release): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return format.format(new Date(releases_at))
}

function linesOf(release: Release): string[] {
  const { id, sneaker, store, day, precision, zone, kind, price_minor, currency } = release
  const at = precision === 'time' ? `${day} ${hourOf(release)}` : day
  const price = price_minor === null || currency === null ? [] : [formatMoney(price_minor, currency)]
  const who = release.drop_slug ? `SNPD's own drop ${release.drop_slug}` : `says ${release.evidence}`
  const state = release.cancelled ? ['cancelled'] : []
  const words = [kind, ...price, ...state, who].join(', ')
  return [`${id}  ${at} ${zone}  ${sneaker.style_code}  ${store?.slug ?? 'many shops'}`, `  ${words}`]
}

/** What `npm run releases -- list` prints. Pure. */
export function tellReleases(releases: readonly Release[]): string {
  if (releases.length === 0) return 'Nothing is announced.'
  return releases.flatMap(linesOf).join('\n')
}
