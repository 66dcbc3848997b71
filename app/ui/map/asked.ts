/** The address of a page about a place, as it stands in the URL: whatever somebody typed there. */
export type Asked = { near?: string | string[]; q?: string | string[]; plain?: string | string[] }

/** Which place: an area's cell, or what somebody called it. */
export type PlaceOf = {
  near?: string
  q?: string
  /** Without a map: who knew the place lets it be shown on theirs alone. */
  plain: boolean
}

const single = (value: string | string[] | undefined) => (typeof value === 'string' ? value.trim() : '')

/** The place that is meant; what cannot be read is left out. That a cell exists is the API's to say. */
export function askedOf({ near: nearText, q: text, plain }: Asked): PlaceOf {
  const near = /^87[0-9a-f]{13}$/.test(single(nearText)) ? single(nearText) : undefined
  const q = single(text).slice(0, 120)
  return { ...(near ? { near } : q.length >= 2 && { q }), plain: single(plain) !== '' }
}

/** A page of this place. */
export function placeHref(page: '/map' | '/events', { near, q, plain }: PlaceOf): string {
  const query = new URLSearchParams()
  if (near) query.set('near', near)
  else if (q) query.set('q', q)
  if (plain) query.set('plain', '1')
  const text = query.toString()
  return `${page}${text && '?'}${text}`
}
