/** Signs that name one currency. "$" and "¥" are the commonest reading: the page's metadata may know better. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{
    $: 'USD',
    US$: 'USD',
    CA$: 'CAD',
    C$: 'CAD',
    A$: 'AUD',
    AU$: 'AUD',
    NZ$: 'NZD',
    HK$: 'HKD',
    R$: 'BRL',
  },
  ...{
    '€': 'EUR',
    '£': 'GBP',
    '¥': 'JPY',
    円: 'JPY',
    '￥': 'JPY',
    '₹': 'INR',
    '₩': 'KRW',
    zł: 'PLN',
    Kč: 'CZK',
    '₺': 'TRY',
    TL: 'TRY',
    '₪': 'ILS',
    lei: 'RON',
    Ft: 'HUF',
    'د.إ': 'AED',
    'ر.س': 'SAR',
  },
}
const SIGN = '(?:US|CA|AU|NZ|HK|C|A|R)?\\$|[€£¥￥₹₩₺₪円]|zł|Kč|kr\\.?|lei|Ft|TL|د\\.إ|ر\\.س'
const FREE =
  /^(free|gratis|kostenlos|kostenfrei|gratuit|offerte?|inclus|grátis|gratuito|bezpłatn|za darmo|fri frakt|ilmainen|zdarma|ücretsiz|مجاني|無料)(?![a-z])/i
const AMOUNT = new RegExp(
  `(?:([A-Z]{3})\\s?)?(${SIGN})?\\s?(-?\\d(?:[\\d.,'’\\u00a0\\u202f\\u2009 ]*\\d)?)(?:[.,][-–—])?\\s?(?:([A-Z]{3})\\b|(${SIGN}))?`,
)

/** "NOW 150" names no currency. */
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

export type Price = { minor: number /** ISO 4217; null when the text names none. */; currency: string | null }

/** Looked up once each: a formatter takes longer to make than a page to read. */
const decimals = new Map<string, number>()

/** Digits after the decimal sign (ISO 4217). */
export function decimalsOf(currency: string | null): number {
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return 2
  const known = decimals.get(currency)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  decimals.set(currency, digits)
  return digits
}

/** "1.234,50" or "1,234.50" as 123450: the last sign is decimal only with one or two digits behind it. */
function toMinor(digits: string, places: number): number | undefined {
  const bare = digits.replace(/[\s'’\u00a0\u202f\u2009]/g, '')
  const parts = /^(-?)([\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(bare)
  if (!parts) return undefined
  const whole = (parts[2] ?? '').replace(/[.,]/g, '') || '0'
  const fraction = (parts[3] ?? '').padEnd(places, '0')
  if (fraction.length > places && Number(fraction) !== 0) return undefined
  const minor = Number(`${whole}${fraction.slice(0, places)}`)
  return parts[1] ? -minor : minor
}

const STATED = new RegExp(
  `(?:(?<![A-Z])[A-Z]{3}\\s?|(?:${SIGN})\\s?)+\\d[\\d.,'’\\u00a0\\u202f\\u2009 ]*|\\d[\\d.,'’\\u00a0\\u202f\\u2009 ]*(?:[.,][-–—])?\\s?(?:[A-Z]{3}(?![A-Z])|${SIGN})|(?<![\\d.,])\\d+[.,]\\d\\d(?![\\d.,]|\\s?%)`,
  'g',
)

/** The one amount that words speak of: "Pay $169.00". None where they only count, "1 item", or name several. */
export function statedPrice(text: string): Price | undefined {
  const [only, ...more] = text.match(STATED) ?? []
  return only === undefined || more.length > 0 ? undefined : parsePrice(only)
}

/**
 * An amount of money as a shop writes it, exactly, in minor units; undefined when the text is not one amount.
 * "$" without more is read as USD: whoever knows better (the page's metadata) overrides it.
 */
export function parsePrice(text: string): Price | undefined {
  const trimmed = text.trim()
  if (FREE.test(trimmed)) return { minor: 0, currency: null }
  const match = AMOUNT.exec(trimmed)
  if (!match?.[3]) return undefined
  const code = [match[1], match[4]].find((each) => each && CODES.has(each))
  const sign = match[2] ?? match[5]
  const currency = code ?? (sign ? (SIGNS[sign] ?? null) : null)
  const minor = toMinor(match[3], decimalsOf(currency))
  return minor === undefined ? undefined : { minor, currency }
}

/** "169.00" of 16900 USD, "1234" of 1234 JPY: a decimal number without sign or groups. */
export function formatMinor(minor: number, currency: string): string {
  const places = decimalsOf(currency)
  return (minor / 10 ** places).toFixed(places)
}
