/** Says where a visitor comes from, not which draw it is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid?|ttclid|ref|referrer)$/i

/** The name of a draw: its page without what differs from link to link. Two links to one draw are one entry. */
export function drawKey(url: URL): string {
  const search = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  const sorted = new URLSearchParams(search.toSorted(([a], [b]) => a.localeCompare(b)))
  const query = sorted.size > 0 ? `?${sorted}` : ''
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}${query}`
}
