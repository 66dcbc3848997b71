import { countryNames } from '../checkout/country.ts'

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl']
const ONLY =
  /\b(?:only |exclusively )?(?:open|available|limited|restricted) (?:only |exclusively )?(?:to|for) (?:legal )?(?:residents|customers|people|persons|addresses|entrants|members)(?: (?:who )?(?:live|living|residing))? (?:of|in|from) ([^.;!\n]{2,120})|\bnur (?:für|an) (?:personen|teilnehmer|kunden|einwohner|adressen)?[^.\n]{0,30}?\b(?:in|aus) ([^.;!\n]{2,120})|\bréservée? aux résidents (?:de |du |des |d['’]|en )([^.;!\n]{2,120})|\bsolo (?:para )?residentes (?:en|de) ([^.;!\n]{2,120})/i

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(the|der|die|das|la|le|les|el|los|gli|il)\s+/, '')
    .replace(/\s+(only|nur)$/, '')
    .trim()

/** Plain names of every country in the languages above. */
function countries(): Set<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const names = LANGUAGES.flatMap((language) => {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    return codes.flatMap((code) => display.of(code) ?? [])
  })
  return new Set([...names.map(plain), 'us', 'usa', 'uk', 'eu', 'united states of america', 'great britain'])
}

const SHORT: Readonly<Record<string, readonly string[]>> = {
  US: ['us', 'usa', 'united states of america'],
  GB: ['uk', 'great britain'],
}

/**
 * The words in which a draw says that it is only for countries that are not this one; undefined when it does not say so,
 * or names something that is no country (a city, a club).
 * @param country ISO 3166-1 alpha-2
 */
export function closedTo(text: string, country: string): string | undefined {
  const match = ONLY.exec(text)
  const listed = match?.slice(1).find(Boolean)
  if (!match || !listed || !country) return undefined
  const names = listed.split(/,|\/|&|\s(?:and|or|und|oder|et|ou|y|o)\s/i).map((name) => plain(name.trim()))
  const mine = [...countryNames(country).map(plain), country.toLowerCase(), ...(SHORT[country] ?? [])]
  const known = names.filter((name) => name !== '')
  const places = countries()
  const isOpen = known.length === 0 || known.includes('eu') || !known.every((name) => places.has(name))
  if (isOpen) return undefined
  return known.some((name) => mine.includes(name)) ? undefined : match[0].trim()
}
