import { attribute, type Tag } from './html.ts'
import { readLiteral, readLoosely } from './literal.ts'

// What a page's scripts work with: the JSON that frameworks leave in the page, whatever they call it.

/** Scripts longer than this in all are read up to here. Characters. */
const MAX_SCRIPT = 4_000_000
/** Values of a page, and how often it is tried to read one. */
const MAX_VALUES = 400
const MAX_TRIES = 4_000
/** What reading in vain may cost a script. Characters. */
const MAX_VAIN = 8_000_000
const WORTH = /size|talla|taille|größe|storlek|taglia|maat|variant|sku|stock|avail|inventor|サイズ/i

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `window.__NUXT__=(function(a,b){return {…}}("x",true))`: what the names stand for is at its end. */
function readCall(script: string, at: number): unknown {
  const head = /\(?\s*function\s*\(([\w$,\s]*)\)\s*\{\s*return\s*/y
  head.lastIndex = at
  const found = head.exec(script)
  if (!found) return undefined
  const close = /\}\s*\)?\s*\(/g
  close.lastIndex = Math.max(at, script.lastIndexOf('}('))
  const end = close.exec(script)
  const args = end
    ? readLiteral(`[${script.slice(end.index + end[0].length).replace(/\)\s*\)?;?\s*$/, '')}]`, 0)
    : undefined
  const values = Array.isArray(args?.value) ? args.value : []
  const names = (found[1] ?? '').split(',').map((name) => name.trim())
  return readLiteral(
    script,
    at + found[0].length,
    new Map(names.map((name, index) => [name, values[index] ?? null])),
  )?.value
}

/** `name = {…}`, `name = JSON.parse("…")`, `push([1, "…"])`, `init({…})`: the values that a script's text begins with a sign for. */
function assignedIn(script: string): unknown[] {
  const found: unknown[] = []
  const begin = /(?:=|\(|:|return)\s*(?=[[{]|JSON\.parse\(|\(?\s*function\s*\([\w$,\s]*\)\s*\{\s*return)/g
  let [tries, vain] = [0, 0]
  for (let match = begin.exec(script); match && found.length < MAX_VALUES; match = begin.exec(script)) {
    if (++tries > MAX_TRIES || vain > MAX_VAIN) break
    const at = match.index + match[0].length
    const parsed = /JSON\.parse\(\s*(?=["'`])/y
    parsed.lastIndex = at
    const inner = parsed.exec(script)
    const read = readLiteral(script, inner ? at + inner[0].length : at)
    const value = read ? read.value : readCall(script, at)
    // How far it was read is not known: no further than to the script's end, and seldom that far.
    if (!read) vain += Math.min(script.length - at, 20_000)
    if (value === undefined) continue
    const made = inner && typeof value === 'string' ? readLoosely(value) : value
    // A list alone is told by what it is called.
    const name =
      match[0].startsWith('=') &&
      /([\w$]+)\s*$/.exec(script.slice(Math.max(0, match.index - 60), match.index))?.[1]
    found.push(name && Array.isArray(made) ? { [name]: made } : made)
    if (read) begin.lastIndex = Math.max(begin.lastIndex, read.end)
  }
  return found
}

/** React's own lines, pushed in pieces: `1a:{"…"}`. */
function flightIn(scripts: readonly string[]): unknown[] {
  const pieces = scripts.flatMap((script) => {
    if (!script.includes('__next_f')) return []
    return assignedIn(script).flatMap((value) =>
      Array.isArray(value) && typeof value[1] === 'string' ? [value[1]] : [],
    )
  })
  return pieces
    .join('')
    .split('\n')
    .flatMap((line) => {
      const body = /^[\da-f]+:[A-Z]?([[{][\s\S]*)$/i.exec(line)?.[1]
      return body && WORTH.test(body) ? [readLoosely(body)] : []
    })
}

/** Nuxt's flat list, in which numbers are places of other values of the list. */
function unflatten(list: readonly unknown[]): unknown {
  const done = new Map<number, unknown>()
  let steps = 0
  const at = (place: unknown, depth: number): unknown => {
    if (typeof place !== 'number' || place < 0 || depth > 60 || ++steps > 200_000) return null
    if (done.has(place)) return done.get(place)
    const value = list[place]
    done.set(place, null)
    const made = Array.isArray(value)
      ? typeof value[0] === 'string'
        ? at(value[1], depth + 1)
        : value.map((each) => at(each, depth + 1))
      : isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, at(each, depth + 1)]))
        : value
    done.set(place, made)
    return made
  }
  return at(0, 0)
}

function fromScript(tag: Tag): unknown[] {
  const text = tag.children.join('').slice(0, MAX_SCRIPT)
  const type = attribute(tag, 'type').toLowerCase()
  if (/ld\+json/.test(type) || !WORTH.test(text)) return []
  if (/json|x-magento-init|x-(?:handlebars|template)-data/.test(type)) {
    const value = readLoosely(text)
    const isFlat = attribute(tag, 'id') === '__NUXT_DATA__' || tag.attributes.has('data-nuxt-data')
    return [isFlat && Array.isArray(value) ? unflatten(value) : value]
  }
  return type === '' || /javascript|module|ecmascript/.test(type) ? assignedIn(text) : []
}

/** Attributes that carry JSON: `data-product='{…}'`, `:variants="[…]"`, `props="{…}"`. */
function fromAttributes(tags: readonly Tag[]): unknown[] {
  const found: unknown[] = []
  for (const { attributes } of tags)
    for (const [name, value] of attributes)
      if (value.length > 20 && /^\s*[[{]/.test(value) && WORTH.test(value) && found.length < MAX_VALUES)
        found.push({ [name.replace(/^(?::|@|v-bind:|data-)/, '')]: readLoosely(value) })
  return found
}

/** Every value that a page carries for its scripts, apart from what it tells search engines. */
export function pageData(tags: readonly Tag[]): unknown[] {
  const scripts = tags.filter(({ name, attributes }) => name === 'script' && !attributes.has('src'))
  const flight = flightIn(scripts.map(({ children }) => children.join('')))
  return [...scripts.flatMap(fromScript), ...flight, ...fromAttributes(tags)].filter(
    (value) => typeof value === 'object' && value !== null,
  )
}
