/** The address of a list of groups, as it stands in the URL: whatever somebody typed there. */
export type Asked = { [Name in keyof GroupsOf]?: string | string[] }

/** Which groups: of all, those near a city cell, or the reader's own; and a part of their name. */
export type GroupsOf = { near?: string; mine?: '1'; q?: string }

const city = /^85[0-9a-f]{13}$/

/** The list that is meant; what cannot be read is left out. */
export function askedOf({ near, mine, q }: Asked): GroupsOf {
  if (typeof near === 'string' && city.test(near)) return { near }
  if (mine === '1') return { mine }
  return typeof q === 'string' && q.trim() ? { q: q.trim().slice(0, 60) } : {}
}

const queryOf = (of: GroupsOf) => new URLSearchParams(Object.entries(of)).toString()

/** Its page. */
export function groupsHref(of: GroupsOf): string {
  const query = queryOf(of)
  return `/groups${query && '?'}${query}`
}

/** The same below the API. */
export function groupsPath(of: GroupsOf): string {
  const query = queryOf(of)
  return `/groups?limit=30${query && '&'}${query}`
}
