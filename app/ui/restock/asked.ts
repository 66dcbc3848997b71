import type { AlertFilter } from '../../../core/alert/filter.ts'
import type { Restock } from '../../../core/restock/shape.ts'

/** A page of restocks. */
export const PAGE = 30

/** The address of a list of restocks, as it stands in the URL: whatever somebody typed there. */
export type Asked = { [Name in keyof RestocksOf]?: string | string[] }

/** Which restocks; all that is given must hold. */
export type RestocksOf = {
  sneaker?: string
  size?: string
  store?: string
  /** An H3 cell of resolution 5. */
  city?: string
  source?: Restock['source']
  /** Only what can still be met. */
  open?: 'true'
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What each part of an address must look like; H3 writes the resolution into the second digit. */
const forms: Record<keyof RestocksOf, RegExp> = {
  sneaker: uuid,
  size: /^\d{1,2}(\.5)?[WYC]?$/,
  store: uuid,
  city: /^85[0-9a-f]{13}$/,
  source: /^(member|monitor)$/,
  open: /^true$/,
}
const names = Object.keys(forms) as (keyof RestocksOf)[]

/** The list that is meant; what cannot be read is left out. */
export function askedOf(asked: Asked): RestocksOf {
  const said = names.flatMap((name) => {
    const value = asked[name]
    const text = typeof value === 'string' ? value.trim().toUpperCase() : ''
    const plain = name === 'size' ? text : text.toLowerCase()
    return forms[name].test(plain) ? [[name, plain] as const] : []
  })
  return Object.fromEntries(said)
}

/** Its page. */
export function restocksHref(of: RestocksOf): string {
  const query = new URLSearchParams(names.flatMap((name) => (of[name] ? [[name, of[name]]] : []))).toString()
  return `/restocks${query && '?'}${query}`
}

/** The restock that an address is about, wherever it stands in the list; undefined when it names none. */
export function chosenOf({ restock }: { restock?: string | string[] }): string | undefined {
  return typeof restock === 'string' && uuid.test(restock) ? restock : undefined
}

/** The page that shows this restock. Alerts lead there too (core/notify/words.ts). */
export const restockHref = (id: string) => `/restocks?restock=${id}`

const asApi: Record<keyof RestocksOf, string> = {
  sneaker: 'sneaker_id',
  size: 'size',
  store: 'store_id',
  city: 'cell',
  source: 'source',
  open: 'open_only',
}

/** The same below the API, from after this restock on. */
export function restocksPath(of: RestocksOf, before: string | null): string {
  const query = new URLSearchParams({ limit: String(PAGE) })
  for (const name of names) if (of[name]) query.set(asApi[name], of[name])
  if (before) query.set('before', before)
  return `/restocks?${query}`
}

/** What of the log of alerts is news on this list. Where one comes from is not asked there: the list is read again anyway. */
export function newsOf({ sneaker, size, store, city }: RestocksOf): AlertFilter {
  return {
    ...(sneaker && { sneaker_id: sneaker }),
    ...(size && { size }),
    ...(store && { store_id: store }),
    ...(city && { cells: [city] }),
  }
}
