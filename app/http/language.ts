import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingHttpHeaders } from 'node:http'
import { german } from '../ui/messages/de/german.ts'
import type { Words } from '../ui/messages/in-words.ts'

const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

const tables: Record<Language, Readonly<Record<string, unknown>>> = { en: {}, de: german }

export const isLanguage = (value: unknown): value is Language => languages.some((one) => one === value)

/** Ours of a header such as "de-AT,de;q=0.9,en;q=0.8": that of the highest weight, the first of equals. */
function accepted(header: string): Language | undefined {
  const weighed = header.split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const language = range.trim().split('-', 1)[0]
    const weight = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find(Boolean)
    return isLanguage(language) ? [{ language, weight: Number(weight ?? 1) }] : []
  })
  return weighed.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight)[0]
    ?.language
}

/** The language of whoever asks: chosen here (cookie), else the browser's (RFC 9110, Accept-Language), else English. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  const chosen = /(?:^|;\s*)locale=(\w+)/.exec(headers.cookie ?? '')?.[1]
  return isLanguage(chosen) ? chosen : (accepted(headers['accept-language'] ?? '') ?? 'en')
}

/**
 * Lets words (app/ui/messages/in-words.ts) be said in the language of the request they are said in.
 * @returns runs work, and all that it starts, in a language
 */
export function openLanguages(): <Result>(language: Language, work: () => Result) => Result {
  const on = new AsyncLocalStorage<Language>()
  globalThis.snpdWords = (part) => tables[on.getStore() ?? 'en'][part] as Words | undefined
  return (language, work) => on.run(language, work)
}

/** Where one chooses: `/language?locale=de&back=/drops`, by a plain form. @returns where to go on */
export function choiceOf(url: string): { language: Language; back: string } | undefined {
  const { searchParams } = new URL(url, 'http://localhost')
  const language = searchParams.get('locale')
  const back = searchParams.get('back') ?? '/'
  if (!isLanguage(language)) return undefined
  // A path of ours: "//elsewhere" and "/\elsewhere" are other hosts to a browser.
  return { language, back: /^\/(?![/\\])[^\s\\]*$/.test(back) ? back : '/' }
}
