import { type Price, parsePrice } from '../checkout/price.ts'
import { attribute, closest, type Tag } from './html.ts'
import { classesOf, isHeard, isHidden } from './looks.ts'
import { hintsOf, type Page } from './page.ts'

const OLD =
  /(^|[-_ ])(old|was|compare|compare-?at|strike|struck|crossed|list|rrp|msrp|uvp|before|regular|original|previous|retail|full|high|from-price|rabatt|lowest|omnibus|installments?|klarna|afterpay|per-?month|saving|save|discount|percent|unit-?price|tax|shipping)([-_ ]|$)/i
const NEW = /(^|[-_ ])(sale|current|final|now|special|offer|reduced|selling|promo|actual)([-_ ]|$)/i
const PRICED = /\b(price|prices|preis|prix|precio|prezzo|prijs|pris|cena|amount|money)\b/i
const FROM =
  /^\s*(from|ab|à partir de|dès|desde|da|vanaf|från|fra|od|a partir de|starting at|as low as)(?!\p{L})/iu
const BEFORE =
  /\b(was|rrp|msrp|uvp|statt|instead of|before|original|antes|avant|au lieu|save|you save|per month|\/ ?mo(nth)?|x \d|interest|ord\.?|tidigare|före|vorher|listenpreis)\b/iu
const MAX_WORDS = 60

/** What "$" and "kr" and "¥" mean where a page is written. By language and region, as in BCP 47. */
const HOMES: readonly [RegExp, Readonly<Record<string, string>>][] = [
  [/^sv|-se$/i, { kr: 'SEK' }],
  [/^(nb|nn|no)\b|-no$/i, { kr: 'NOK' }],
  [/^da|-dk$/i, { kr: 'DKK' }],
  [/^is\b|-is$/i, { kr: 'ISK' }],
  [/-ca$/i, { $: 'CAD' }],
  [/-au$/i, { $: 'AUD' }],
  [/-nz$/i, { $: 'NZD' }],
  [/-sg$/i, { $: 'SGD' }],
  [/-hk$/i, { $: 'HKD' }],
  [/-mx$/i, { $: 'MXN' }],
  [/^zh(-cn|-hans)?\b|-cn$/i, { '¥': 'CNY', '￥': 'CNY' }],
  [/^ja|-jp$/i, { '¥': 'JPY', '￥': 'JPY' }],
]

/** The currency that an amount is in, by its own words and where the page is written; null when nobody says. */
export function currencyAt(text: string, price: Price, lang: string): string | null {
  const [, signs] = HOMES.find(([where]) => where.test(lang)) ?? []
  const sign = /(?<![A-Za-z])(kr)\b|(?<![A-Z])([$¥￥])/.exec(text)
  const local = signs?.[sign?.[1] ?? sign?.[2] ?? '']
  return local ?? price.currency
}

export type Shown = { minor: number; currency: string | null; text: string }

function isOld(tag: Tag, page: Page): boolean {
  return (
    closest(tag, ({ name }) => /^(s|del|strike)$/.test(name)) !== undefined ||
    [tag, tag.parent, tag.parent?.parent].some(
      (each) =>
        each &&
        (/line-through/.test(attribute(each, 'style')) ||
          classesOf(each).some((name) => page.looks.off.has(name) || /^line-through$/.test(name))),
    ) ||
    [tag, tag.parent].some(
      (each) => each && classesOf(each).some((name) => OLD.test(name) && !NEW.test(name)),
    )
  )
}

function isPriced(tag: Tag): boolean {
  if (/price|amount/i.test(attribute(tag, 'itemprop')) || tag.attributes.has('data-price')) return true
  return tag.attributes.size > 0 && PRICED.test(hintsOf(tag).replace(/([a-z])([A-Z])/g, '$1 $2'))
}

/** The words of a price without those that are struck through, hidden, or meant for screen readers beside it. */
function wordsOf(tag: Tag, page: Page): string {
  const say = (each: Tag | string): string => {
    if (typeof each === 'string') return each
    if (isHidden(each, page.looks) || isHeard(each) || /^(script|style|template|noscript)$/.test(each.name))
      return ''
    return isOld(each, page) ? '' : `${each.children.map(say).join('')} `
  }
  return isOld(tag, page) ? '' : tag.children.map(say).join('').replace(/\s+/g, ' ').trim()
}

const AMOUNTS = /\d[\d.,'’\s\u00a0\u202f]*/g

/** One amount of money, and nothing of "from" or "was". */
function priceIn(words: string): Price | undefined {
  if (words === '' || words.length > MAX_WORDS || FROM.test(words) || BEFORE.test(words)) return undefined
  const bare = words
    .replace(/^\p{L}[\p{L} ]*:\s*/u, '')
    .replace(/(?<=\d)\s+(?=[.,]?\d{2}\b(?!\d))/, (gap) => gap)
  if ((bare.match(AMOUNTS) ?? []).length !== 1) return undefined
  const price = parsePrice(bare)
  return price && price.minor > 0 && /[^\d.,\s]|[.,]\d\d$/.test(bare) ? price : undefined
}

function langOf({ tags }: Page): string {
  const html = tags.find(({ name }) => name === 'html')
  return html ? attribute(html, 'lang') : ''
}

/** `product:price:amount` of Open Graph, and what is like it. */
function fromMeta({ tags }: Page): Shown | undefined {
  const contentOf = (names: RegExp) => {
    const meta = tags.find(
      (tag) => tag.name === 'meta' && names.test(attribute(tag, 'property') || attribute(tag, 'name')),
    )
    return meta ? attribute(meta, 'content').trim() : ''
  }
  const currency = contentOf(/^(product|og):price:currency$/i).toUpperCase()
  const amount = contentOf(/^(product|og):(sale_)?price:amount$/i)
  const price = amount === '' ? undefined : parsePrice(`${amount} ${currency}`.trim())
  return price ? { minor: price.minor, currency: currency || price.currency, text: amount } : undefined
}

/**
 * The price that the page shows for its product, exactly, without what is struck through and other products' prices;
 * undefined when it shows none, or only "from" how much. Minor units.
 * @param isEntry true of what stands for one size: its price is its own
 * @param known the currency, where somebody says it in letters
 */
export function readShownPrice(
  page: Page,
  isEntry: (tag: Tag) => boolean,
  known: string | null,
): Shown | undefined {
  const first = page.tags.findIndex(({ name }) => name === 'h1')
  const lang = langOf(page)
  const found = page.tags.flatMap((tag, at): (Shown & { isNew: boolean; isAfter: boolean })[] => {
    if (!isPriced(tag) || tag.name === 'meta' || isHidden(tag, page.looks)) return []
    const words = wordsOf(tag, page)
    const price = priceIn(words)
    if (
      !price ||
      isEntry(tag) ||
      page.isOther(tag) ||
      closest(tag, ({ name }) => /^(header|footer|nav|select|aside)$/.test(name))
    )
      return []
    const own = currencyAt(words, price, lang)
    // "$", "¥" and "kr" are many currencies' signs; any other sign is what is charged, whatever the metadata says.
    const isVague = own === null || /[$¥￥]|(?<!\p{L})kr(?!\p{L})/iu.test(words)
    const currency = isVague ? (known ?? own) : own
    const digits = words.replace(/[^\d.,'’\s\u00a0\u202f]/g, ' ').replace(/^[.,\s]+|[.,\s]+$/g, '')
    const minor = parsePrice(currency ? `${digits} ${currency}` : digits)?.minor
    return minor === undefined
      ? []
      : [
          {
            minor,
            currency,
            text: words,
            isNew: classesOf(tag).some((name) => NEW.test(name)),
            isAfter: at > first,
          },
        ]
  })
  const near = found.filter(({ isAfter }) => isAfter)
  const all = near.length > 0 ? near : found
  return all.find(({ isNew }) => isNew) ?? all[0] ?? fromMeta(page)
}
