// A reader for HTML as shops send it, without a browser: forgiving, linear in the length of the text, and no more than
// stock readers need.

export type Tag = {
  name: string
  attributes: ReadonlyMap<string, string>
  children: (Tag | string)[]
  parent: Tag | null
}

/** Longer pages are read up to here. Characters. */
const MAX_TEXT = 3_000_000
/** Deeper tags become neighbours. */
const MAX_DEPTH = 256
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
const RAW = /^(script|style|textarea|title|noscript|template|svg)$/
/** What a start tag ends without saying so. */
const ENDS: Readonly<Record<string, RegExp>> = {
  ...{ option: /^option$/, optgroup: /^opt(ion|group)$/, li: /^li$/, tr: /^(tr|td|th)$/, td: /^t[dh]$/ },
  ...{ th: /^t[dh]$/, dt: /^d[dt]$/, dd: /^d[dt]$/, button: /^button$/, a: /^a$/ },
}
const ENTITIES: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    euro: '€',
    pound: '£',
    yen: '¥',
    frac12: '½',
  },
  ...{
    ndash: '–',
    mdash: '—',
    middot: '·',
    times: '×',
    uuml: 'ü',
    ouml: 'ö',
    auml: 'ä',
    szlig: 'ß',
    eacute: 'é',
  },
  ...{ agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', aring: 'å', aelig: 'æ', ccedil: 'ç', egrave: 'è' },
  ...{ ecirc: 'ê', euml: 'ë', igrave: 'ì', iacute: 'í', icirc: 'î', iuml: 'ï', ntilde: 'ñ', ograve: 'ò' },
  ...{ oacute: 'ó', ocirc: 'ô', otilde: 'õ', oslash: 'ø', ugrave: 'ù', uacute: 'ú', ucirc: 'û', yacute: 'ý' },
  ...{ scaron: 'š', zcaron: 'ž', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»' },
  ...{ ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwnj: '', zwj: '', hellip: '…', frac13: '⅓', frac23: '⅔' },
}

function characterOf(entity: string): string {
  const [, hex, ten] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(entity) ?? []
  if (!hex && !ten) return ENTITIES[entity.toLowerCase()] ?? `&${entity};`
  const code = hex ? Number.parseInt(hex, 16) : Number(ten)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

function decode(text: string): string {
  return text.replace(/&(#?[a-z\d]{1,9});/gi, (_, entity: string) => characterOf(entity))
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  const each = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
  for (const [, name = '', double, single, bare] of text.matchAll(each)) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, decode(double ?? single ?? bare ?? ''))
  }
  return found
}

/** Where the tag that begins here ends: a sign within quotes does not end it. -1: nowhere. */
function endOfTag(html: string, from: number, last: Readonly<Record<string, number>>): number {
  for (let at = from; at < html.length; at++) {
    const sign = html[at] ?? ''
    if (sign === '>') return at
    if ((sign === '"' || sign === "'") && at < (last[sign] ?? 0) && /=\s*$/.test(html.slice(at - 4, at)))
      at = html.indexOf(sign, at + 1)
  }
  return -1
}

type Reading = { root: Tag; open: Tag; depth: number }

function begin(reading: Reading, name: string, attributes: Map<string, string>): Tag {
  if (ENDS[name]?.test(reading.open.name)) close(reading, reading.open.name)
  const tag: Tag = { name, attributes, children: [], parent: reading.open }
  reading.open.children.push(tag)
  return tag
}

function close(reading: Reading, name: string): void {
  let up: Tag | null = reading.open
  let steps = 0
  while (up && up.name !== name) {
    up = up.parent
    steps++
  }
  if (!up?.parent) return
  reading.open = up.parent
  reading.depth -= steps + 1
}

function descend(reading: Reading, tag: Tag): void {
  if (reading.depth >= MAX_DEPTH) return
  reading.open = tag
  reading.depth++
}

/** A shadow root's content stands in a template too, and is part of the page. */
const isShadow = (tag: Tag) => tag.name === 'template' && tag.attributes.has('shadowrootmode')

/** The text up to the end tag, kept as it is; returns where that begins. */
function takeRaw(html: string, tag: Tag, from: number): number {
  const end = new RegExp(`</${tag.name}[\\s/>]`, 'gi')
  end.lastIndex = from
  const at = end.exec(html)?.index ?? html.length
  const text = html.slice(from, at)
  tag.children.push(/^(textarea|title)$/.test(tag.name) ? decode(text) : text)
  return at
}

/** One piece beginning with "<"; returns where the next begins. */
function takeTag(
  html: string,
  at: number,
  context: { reading: Reading; last: Record<string, number> },
): number {
  const { reading, last } = context
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4)
    return end < 0 ? html.length : end + 3
  }
  const end = endOfTag(html, at + 1, last)
  if (end < 0) return html.length
  const [, slash, name = '', rest = ''] =
    /^(\/?)([a-zA-Z][^\s/>]*)([\s\S]*)$/.exec(html.slice(at + 1, end)) ?? []
  const known = name.toLowerCase()
  if (slash) close(reading, known)
  else if (known) {
    const tag = begin(reading, known, attributesOf(rest))
    if (RAW.test(known) && !isShadow(tag)) return takeRaw(html, tag, end + 1)
    if (!VOID.test(known) && !rest.endsWith('/')) descend(reading, tag)
  }
  return end + 1
}

/** The tree of a page. Text that is no HTML is a tree of one text. */
export function parseHtml(text: string): Tag {
  const html = text.slice(0, MAX_TEXT)
  const root: Tag = { name: '#root', attributes: new Map(), children: [], parent: null }
  const reading: Reading = { root, open: root, depth: 0 }
  const last = { '"': html.lastIndexOf('"'), "'": html.lastIndexOf("'") }
  for (let at = 0; at < html.length; ) {
    const next = /<[a-zA-Z/!?]/.test(html.slice(at, at + 2)) ? at : html.indexOf('<', at + 1)
    const words = html.slice(at, next < 0 ? html.length : next)
    if (next !== at && words) reading.open.children.push(decode(words))
    at = next < 0 ? html.length : next === at ? takeTag(html, at, { reading, last }) : next
  }
  return root
}

/** A tag and all below it, in the order of the page. */
export function tagsIn(root: Tag): Tag[] {
  const found: Tag[] = []
  const waiting: Tag[] = [root]
  for (let tag = waiting.pop(); tag; tag = waiting.pop()) {
    found.push(tag)
    const { children } = tag
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      if (typeof child === 'object') waiting.push(child)
    }
  }
  return found
}

/** Words below a tag, without scripts, styles and the choices of lists. */
export function wordsIn(tag: Tag): string {
  const isSilent = (each: Tag) =>
    /^(script|style|template|noscript|svg|select)$/.test(each.name) && !isShadow(each)
  const say = (each: Tag | string): string =>
    typeof each === 'string' ? each : isSilent(each) ? '' : `${each.children.map(say).join('')} `
  return tag.children.map(say).join('').replace(/\s+/g, ' ').trim()
}

/** An attribute's value; empty without one. */
export function attribute(tag: Tag, name: string): string {
  return tag.attributes.get(name) ?? ''
}

/** The tag itself or the nearest around it that is so. */
export function closest(tag: Tag, is: (tag: Tag) => boolean): Tag | undefined {
  for (let up: Tag | null = tag; up; up = up.parent) if (is(up)) return up
  return undefined
}
