// Sizes as shops write them. One label may name a size in several systems: "US 10 / EU 44".

type System = 'us' | 'eu' | 'uk' | 'cm' | 'women' | ''
type Named = { system: System; value: string }

const SYSTEMS: Readonly<Record<string, System>> = {
  ...{ us: 'us', usa: 'us', eu: 'eu', eur: 'eu', fr: 'eu', uk: 'uk', cm: 'cm', jp: 'cm', w: 'women' },
}
const ONE_SIZE =
  /\b(one[ -]size( fits all)?|os|einheitsgröße|taille unique|talla única|taglia unica)\b|フリーサイズ/i
const AMOUNT = /[+(]*\s?(?:[A-Z]{3}\s?)?[$€£¥₹]\s?\d[\d.,]*\)?|[+(]*\s?\d[\d.,]*\s?(?:[€£¥₹円]|kr\b|zł)\)?/g
const WORDS =
  /\b(size|größe|groesse|gr|taille|pointure|talla|número|maat|(wo)?men'?s?|herren|damen|homme|femme|hombre|mujer|uomo|donna|[db] ?\(m|(medium|standard|regular) width|adult|youth|in stock|auf lager|en stock|disponible|available|only \d+ left|\d+ left|nur noch \d+|plus que \d+|left|notify me|low stock|last pair|sold ?-?out|out of stock|unavailable|ausverkauft|nicht verfügbar|vergriffen|épuisé|indisponible|agotado|sin stock|esaurito|uitverkocht|rozmiar|storlek|størrelse|koko|velikost|tamanho|beden|esgotado|wyprzedane|slutsåld|udsolgt|utsolgt|loppu|vyprodáno)\b|サイズ|المقاس|مقاس|在庫(あり|なし|切れ)|残り(わずか|\d+点)|完売|売り切れ/gi
const VALUE = '(\\d{1,2})(?:[.,](\\d)0?(?!\\d))?(?:\\s*(½|1\\/2|⅓|1\\/3|⅔|2\\/3))?\\s?([WYC](?![A-Za-z]))?'
/** The system before its number, or else after it: in "EU 44 US 10 UK 9" none belongs to both of its neighbours. */
const NUMBER = new RegExp(
  `(?:\\b(usa?|eur?|fr|uk|cm|jp|m|w)\\s*[:.]?\\s*${VALUE}|${VALUE}\\s?(usa?|eur?|uk|cm|fr|jp)?)(?![\\d.,]*\\d)`,
  'gi',
)
/** As most are written: nothing else has to be looked for. */
const PLAIN = /^\d{1,2}(\.[1-9])?$/
const LETTERS = /^(\d?x{0,3}s|s|m|l|x{0,4}l|\dxl|small|medium|large|x-?large|x-?small)$/i
const SHORT: Readonly<Record<string, string>> = {
  ...{ SMALL: 'S', MEDIUM: 'M', LARGE: 'L', XLARGE: 'XL', XSMALL: 'XS', XXL: '2XL', XXXL: '3XL' },
}
const FRACTIONS: Readonly<Record<string, string>> = {
  ...{ '½': '.5', '1/2': '.5', '⅓': ' 1/3', '1/3': ' 1/3', '⅔': ' 2/3', '2/3': ' 2/3' },
}

function numbered(match: RegExpMatchArray): Named {
  const [, before = '', ...parts] = match
  const [whole = '', decimal = '', fraction = '', suffix = '', last = ''] = parts.slice(before ? 0 : 4)
  const after = before ? '' : last
  const part = fraction ? (FRACTIONS[fraction] ?? '') : decimal && decimal !== '0' ? `.${decimal}` : ''
  return {
    system: SYSTEMS[(before || after).toLowerCase()] ?? '',
    value: `${Number(whole)}${part}${suffix.toUpperCase()}`,
  }
}

/** The sizes that a label names, when it names nothing else. */
function namedIn(label: string): Named[] {
  if (PLAIN.test(label)) return [{ system: '', value: String(Number(label)) }]
  if (ONE_SIZE.test(label)) return [{ system: '', value: 'ONE' }]
  const bare = label
    .normalize('NFC')
    .replace(AMOUNT, ' ')
    .replace(WORDS, ' ')
    // "10 (EU 44)" are two sizes, "10 (US)" and "US (10)" are one.
    .replace(/[([|]\s*(?=(?:usa?|eur?|uk|cm|fr|jp)\s?\d)/gi, '/ ')
    .replace(/[()[\]*#|]/g, ' ')
    .replace(/\s+/g, ' ')
  const letters = bare.replace(/[\s,:;/–—-]+/g, ' ').trim()
  if (LETTERS.test(letters)) {
    const upper = letters.toUpperCase().replace(/-/g, '')
    return [{ system: '', value: SHORT[upper] ?? upper }]
  }
  const found = [...bare.matchAll(NUMBER)].map(numbered)
  const rest = bare.replace(NUMBER, ' ').replace(/[\s,.:;/·•=–—-]+/g, '')
  return rest === '' ? found : []
}

/** What a bare number means in a label of several systems. */
function primary(named: readonly Named[]): Named | undefined {
  return named.find(({ system }) => system === 'us') ?? named.find(({ system }) => system === '') ?? named[0]
}

/**
 * The size that a choice on a page means: "US 10", "10", "Size 10.0", "10 / EU 44", "10 Sold out" are all "10".
 * Undefined when the text is not a size.
 */
export function sizeOf(text: string): string | undefined {
  return primary(namedIn(text))?.value
}

/** True when the label names the wanted size, in its system or in none. A bare wanted number is US where the label says so. */
export function isSize(label: string, wanted: string): boolean {
  const [ask] = namedIn(wanted)
  const named = namedIn(label)
  if (!ask) return label.trim().toLowerCase() === wanted.trim().toLowerCase()
  if (ask.system === '') return primary(named)?.value === ask.value
  const same = named.filter(({ system }) => system === ask.system)
  return (same.length > 0 ? same : named.filter(({ system }) => system === '')).some(
    ({ value }) => value === ask.value,
  )
}

/** The system that a size is written in; of a bare number the one that it is likely to be of. */
export function systemOf(text: string): System | undefined {
  const named = primary(namedIn(text))
  const number = Number.parseFloat(named?.value ?? '')
  if (!named || Number.isNaN(number)) return undefined
  return named.system || (number > 32 ? 'eu' : number > 20 ? 'cm' : 'us')
}

const OF_OTHERS =
  /\b(wom[ae]n'?s?|wmns|ladies|damen|femme|mujer|donna|youth|kids?|junior|boys?|girls?|child(ren)?'?s?|infants?|toddlers?|kinder|enfants?|niñ[oa]s?|bambin[oi])\b/i

/** Of choices that name the wanted size, how well each does: in its own system before another's, a grown man's before others'. */
export function fitOf(label: string, wanted: string): number {
  const [ask] = namedIn(wanted)
  const isAsked = namedIn(label).some(({ system, value }) => {
    const systems = ask?.system ? [ask.system] : ['us', '']
    return systems.includes(system) && value === ask?.value
  })
  return (isAsked ? 2 : 0) + (OF_OTHERS.test(label) && !OF_OTHERS.test(wanted) ? 0 : 1)
}

/** A bare number with the system that its list is called after: "9" of "UK size" is "UK 9". */
export function inSystemOf(label: string, title: string): string {
  const systems = new Set(
    [...title.matchAll(/(?<!\p{L})(us|uk|eu)(?!\p{L})/giu)].map(([found]) => found.toUpperCase()),
  )
  const [system] = systems
  const isBare = namedIn(label).every((each) => each.system === '' && /^\d/.test(each.value))
  return systems.size === 1 && isBare ? `${system} ${label}` : label
}

const STATED_ONE = '(?:us|eu|uk)?\\s*\\d{1,2}(?:[.,]\\d)?(?:\\s?[½⅓⅔]|\\s[12]\\/[23])?(?![\\d.,]*\\d)'
/** "Size: UK 9 / US 10" is one size in two systems. */
const STATED = new RegExp(
  `(?<!\\p{L})(?:size|gr(?:ö|oe)(?:ß|ss)e|taille|pointure|talla|taglia|maat|tamanho|rozmiar|storlek|størrelse|koko|velikost|beden|المقاس|مقاس)\\s*:?\\s*(${STATED_ONE}(?:\\s*[/|,(·]\\s*(?=us|eu|uk)${STATED_ONE})*)`,
  'giu',
)

/** The sizes that a text about an item calls so, as written: "9" of "Size 9", "US 9.5" of "Size: US 9.5". */
export function statedSizes(text: string): string[] {
  return [...text.matchAll(STATED)].map(([, size = '']) => size.trim())
}

/** True when a text about an item names this size: "Size 10 · Qty 1", "US 10", "/ 10". */
export function mentionsSize(text: string, size: string): boolean {
  const value = namedIn(size)[0]?.value ?? size
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('\\.', '[.,]')
  return new RegExp(
    `(?:size|us|eu|uk|variant|option|gr(?:ö|oe)(?:ß|ss)e|taille|pointure|talla|taglia|maat|tamanho|rozmiar|storlek|størrelse|koko|velikost|beden|المقاس|مقاس|サイズ|[/·,(|–-])\\s*:?\\s*(?:(?:us|eu|uk)\\s*)?${escaped}(?![\\d.,]*\\d|[a-z])`,
    'i',
  ).test(text)
}
