/** Languages in which shops list countries. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'ja']
const A = 65

function codes(): string[] {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(A + at))
  const pairs = letters.flatMap((first) => letters.map((second) => first + second))
  // Codes of countries that are no more (DD) are names of those that are (DE).
  return pairs.filter((pair) => Intl.getCanonicalLocales(`und-${pair}`)[0] === `und-${pair}`)
}

/** A country's names in the languages that shops speak, the English one first. Its code stands for itself. */
export function countryNames(code: string): string[] {
  const names = LANGUAGES.map((language) =>
    new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code),
  )
  return [...new Set(names.filter((name) => name !== undefined))]
}

/** ISO 3166-1 alpha-2 of a code or an English name; undefined of anything else. */
export function countryCode(text: string): string | undefined {
  const wanted = text.trim()
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  if (/^[a-z]{2}$/i.test(wanted)) {
    const code = wanted.toUpperCase()
    return english.of(code) ? code : undefined
  }
  return codes().find((code) => english.of(code)?.toLowerCase() === wanted.toLowerCase())
}
