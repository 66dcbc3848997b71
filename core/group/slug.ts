/** Names of pages beside those of groups. */
const taken = new Set(['invite', 'new'])

const LONGEST = 40

/** A group's word in addresses, from its name: "Foo Bar's" -> "foo-bars". Undefined where nothing of it can be one. Pure. */
export function slugOf(name: string): string | undefined {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return slug.length < 3 || taken.has(slug) ? undefined : slug
}
